-- Of documents that are new there is nothing to read: the small table says which are not.
WITH known AS MATERIALIZED (
    SELECT doc_id FROM store.heads WHERE doc_id IN (SELECT doc_id FROM wanted)
)
SELECT doc_id, number, version_hash, modified_at, published_at, length(text), content_hash, coalesce(raw_hash, '')
FROM store.revisions
WHERE doc_id IN (SELECT doc_id FROM known)
ORDER BY doc_id, number
