-- Tables that hold rows, with those of the named columns that they have.
SELECT c.schema_name || '.' || c.table_name AS name, list(c.column_name ORDER BY c.column_name) AS columns
FROM duckdb_columns() c
JOIN duckdb_tables() t ON t.database_oid = c.database_oid AND t.table_oid = c.table_oid
WHERE NOT t.internal AND NOT t.temporary AND list_contains($1, c.column_name)
GROUP BY ALL
ORDER BY name
