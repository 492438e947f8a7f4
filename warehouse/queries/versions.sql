-- Versions are looked up by id alone, and read by their places: reading texts would go through every version.
WITH places AS MATERIALIZED (
    SELECT rowid AS place FROM store.revisions WHERE doc_id IN (SELECT doc_id FROM wanted)
)
SELECT doc_id, number, version_hash, modified_at, published_at, length(text), content_hash, coalesce(raw_hash, '')
FROM store.revisions
WHERE rowid IN (SELECT place FROM places)
ORDER BY doc_id, number
