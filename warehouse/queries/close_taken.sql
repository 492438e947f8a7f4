UPDATE store.rejects
SET replayed_at = ?
WHERE replayed_at IS NULL AND reject_id IN (SELECT doc_id FROM wanted)
