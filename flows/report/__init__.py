"""The whole warehouse at a glance: a page with plots, and the largest groups of copies side by side."""
