-- Each text as one of its documents holds it. Versions are looked up by id alone, and read by their places:
-- a join by two columns, or one that reads texts, would go through every version there is.
WITH holders AS MATERIALIZED (
    SELECT content_no, min(doc_id) AS doc_id, arg_min(number, doc_id) AS number
    FROM store.heads
    WHERE content_no IN (SELECT content_no FROM wanted)
    GROUP BY content_no
),
places AS MATERIALIZED (
    SELECT rowid AS place FROM store.revisions WHERE doc_id IN (SELECT doc_id FROM holders)
),
versions AS MATERIALIZED (
    SELECT doc_id, number, content_hash, text
    FROM store.revisions
    WHERE rowid IN (SELECT place FROM places)
)
SELECT h.content_no, v.content_hash, v.text
FROM holders h
JOIN versions v ON v.doc_id = h.doc_id AND v.number = h.number
