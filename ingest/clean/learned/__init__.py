"""What a site repeats: which lines are worth counting, and cutting those that were learned as rules."""
