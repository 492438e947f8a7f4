"""Makes what story matching ships: a table of common words, and the weights of its signals."""
