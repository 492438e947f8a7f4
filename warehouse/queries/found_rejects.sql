SELECT source_uri, error_code, reason, size
FROM rejects
WHERE replayed_at IS NULL AND ($1 IS NULL OR run_id = $1)
ORDER BY source_uri
