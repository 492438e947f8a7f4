"""Stories for people and programs: the list of them, and one of them in full."""
