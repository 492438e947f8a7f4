-- Every version of a document as it is told, with all fields as text.
SELECT
    coalesce(c.revision, 1), r.number = h.number, r.seen_at, r.run_id, coalesce(c.changed, []),
    {fields}
FROM store.revisions r
JOIN store.heads h ON h.doc_id = r.doc_id
LEFT JOIN store.changes c ON c.doc_id = r.doc_id AND c.number = r.number
WHERE r.doc_id = ?
ORDER BY coalesce(c.revision, 1)
