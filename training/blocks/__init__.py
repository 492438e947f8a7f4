"""Makes the trees that weigh the blocks of a page, from labelled pages. Needs lightgbm of its user."""
