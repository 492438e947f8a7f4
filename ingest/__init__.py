"""Bytes in, documents out: the part of copydesk that knows articles but neither Prefect nor DuckDB.

The stages stand in the order in which data meets them: `sources`, `extract`, `clean`, `fields`,
`fingerprint`. `process` runs the middle three on one raw article.
"""

__version__ = "0.1.0"
