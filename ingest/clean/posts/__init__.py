"""Posts of other platforms inside an article: where they start, how they are signed."""
