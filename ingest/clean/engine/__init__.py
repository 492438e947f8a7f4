"""What every kind is found with: lines, rules, the book of them, and who wins where two meet."""
