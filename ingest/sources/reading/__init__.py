"""From what a person names to bytes: paths, opening, compression, lines, limits."""
