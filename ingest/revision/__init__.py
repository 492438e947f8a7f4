"""What changed between two versions of a document: which words went, which came. Pure."""
