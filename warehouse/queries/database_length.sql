-- The least that a file can have: three headers of 4 kB, and the blocks in use. Free ones at its end are cut off.
SELECT s.used_blocks * s.block_size + 3 * 4096
FROM pragma_database_size() s
JOIN duckdb_databases() d ON d.database_name = s.database_name
WHERE d.path = $1
