-- Touched documents that stand for a group and have no telling yet. Texts are read by their places: they are packed
-- 2,048 together, and a join would unpack them all.
WITH places AS MATERIALIZED (
    SELECT r.rowid AS place
    FROM copies c
    JOIN store.heads h ON h.doc_id = c.doc_id
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    WHERE
        c.is_canonical AND c.doc_id IN (SELECT doc_id FROM touched_documents)
        AND c.doc_id NOT IN (
            SELECT doc_id FROM store.tellings WHERE doc_id IN (SELECT doc_id FROM touched_documents)
        )
)
SELECT doc_id, text, title, published_at, language
FROM store.revisions
WHERE rowid IN (SELECT place FROM places)
ORDER BY doc_id
