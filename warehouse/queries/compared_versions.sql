-- Versions to be told, each beside the one before it.
SELECT
    i.doc_id, i.number, i.revision, i.previous,
    {fields_now} AS now,
    {fields_before} AS before
FROM incoming i
JOIN store.revisions r ON r.doc_id = i.doc_id AND r.number = i.number
LEFT JOIN store.revisions p ON p.doc_id = i.doc_id AND p.number = i.previous
WHERE i.doc_id IN (SELECT doc_id FROM incoming)
ORDER BY i.doc_id, i.revision
