SELECT r.error_code, count(*) AS inputs, min(r.reason) AS example
FROM rejects r
LEFT JOIN runs USING (run_id)
WHERE $since IS NULL OR runs.started_at >= $since
GROUP BY r.error_code
ORDER BY inputs DESC, r.error_code
