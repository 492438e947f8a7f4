SELECT
    r.reject_id, r.source, r.source_uri, r.error_code, r.reason, r.size, r.raw IS NOT NULL AS kept,
    t.started_at AS met_at, r.replayed_at
FROM store.rejects r
LEFT JOIN runs t ON t.run_id = r.run_id
WHERE
    (len($codes::VARCHAR[]) = 0 OR list_contains($codes::VARCHAR[], r.error_code))
    AND ($source::VARCHAR IS NULL OR r.source = $source)
    AND ($closed OR r.replayed_at IS NULL)
ORDER BY t.started_at, r.source, r.source_uri, r.error_code, r.reject_id
