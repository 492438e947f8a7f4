-- Three headers of 4 kB, then blocks.
SELECT s.total_blocks * s.block_size + 3 * 4096
FROM pragma_database_size() s
JOIN duckdb_databases() d ON d.database_name = s.database_name
WHERE d.path = $1
