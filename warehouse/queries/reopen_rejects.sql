UPDATE store.rejects
SET replayed_at = NULL
WHERE replayed_at IS NOT NULL AND reject_id IN (SELECT reject_id FROM incoming)
