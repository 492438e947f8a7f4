-- Without a name: the latest run. At most two rows are needed to see that a name is not unique.
SELECT *
FROM runs
WHERE $1 IS NULL OR starts_with(run_id::VARCHAR, lower($1))
ORDER BY started_at DESC, run_id
LIMIT CASE WHEN $1 IS NULL THEN 1 ELSE 2 END
