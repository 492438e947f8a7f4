UPDATE store.rejects r
SET replayed_at = ?
FROM incoming i
WHERE r.replayed_at IS NULL AND r.source = i.source AND r.source_uri = i.source_uri
