SELECT view_name AS name, comment FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'
UNION ALL
SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal AND schema_name = 'main'
ORDER BY name
