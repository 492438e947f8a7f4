-- Texts of staged heads. Versions are looked up by id alone, and read by their places: a join by two columns,
-- or one that reads texts, would go through every version there is.
WITH holders AS MATERIALIZED (
    SELECT content_hash, min(doc_id) AS doc_id, arg_min(number, doc_id) AS number
    FROM staged_heads
    WHERE content_hash IN (SELECT content_hash FROM wanted)
    GROUP BY content_hash
),
places AS MATERIALIZED (
    SELECT rowid AS place FROM store.revisions WHERE doc_id IN (SELECT doc_id FROM holders)
),
versions AS MATERIALIZED (
    SELECT doc_id, number, text FROM store.revisions WHERE rowid IN (SELECT place FROM places)
)
SELECT h.content_hash, v.text
FROM holders h
JOIN versions v ON v.doc_id = h.doc_id AND v.number = h.number
