SELECT doc_id, number, version_hash, modified_at, published_at, characters, content_hash, coalesce(raw_hash, '')
FROM store.revisions
WHERE doc_id IN (SELECT doc_id FROM wanted)
ORDER BY doc_id, number
