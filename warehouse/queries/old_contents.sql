SELECT content_no FROM store.heads
WHERE content_no IS NOT NULL AND doc_id IN (SELECT doc_id FROM wanted)
