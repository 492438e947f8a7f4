-- Touched documents that stand for a group and have no telling yet.
SELECT c.doc_id, r.text, r.title, r.published_at
FROM copies c
JOIN store.heads h ON h.doc_id = c.doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE
    c.is_canonical AND c.doc_id IN (SELECT doc_id FROM touched_documents)
    AND c.doc_id NOT IN (
        SELECT doc_id FROM store.tellings WHERE doc_id IN (SELECT doc_id FROM touched_documents)
    )
ORDER BY c.doc_id
