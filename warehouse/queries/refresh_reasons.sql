UPDATE store.rejects r
SET reason = i.reason
FROM incoming i
WHERE r.reject_id = i.reject_id AND r.reason <> i.reason
