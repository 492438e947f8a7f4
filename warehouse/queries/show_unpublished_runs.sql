CREATE TEMP VIEW runs AS
FROM {published} WHERE run_id NOT IN (SELECT run_id FROM unpublished_runs)
UNION ALL BY NAME
FROM unpublished_runs
