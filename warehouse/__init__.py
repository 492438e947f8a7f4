"""The DuckDB file: the only place that opens it and the only place that holds SQL.

`writer` loads batches under a lock, `reader` answers questions from the published copy.
"""
