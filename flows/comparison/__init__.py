"""Why two documents are related or not: for a terminal, as JSON, and as a page for a browser."""
