-- The next documents to group, with their texts.
SELECT doc_id, content_no
FROM store.heads
WHERE doc_id IN (SELECT doc_id FROM store.waiting LIMIT ?)
