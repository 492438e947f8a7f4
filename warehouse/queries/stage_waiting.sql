-- The next documents to match: so many, or fewer where their texts are long.
CREATE OR REPLACE TEMP TABLE staged_heads AS
WITH waiting AS MATERIALIZED (SELECT doc_id FROM store.waiting LIMIT $documents),
heads AS MATERIALIZED (
    SELECT doc_id, number FROM store.heads WHERE doc_id IN (SELECT doc_id FROM waiting)
),
versions AS MATERIALIZED (
    SELECT doc_id, number, content_hash, characters
    FROM store.revisions
    WHERE doc_id IN (SELECT doc_id FROM waiting)
),
sized AS (
    SELECT
        h.doc_id, h.number, v.content_hash,
        sum(v.characters) OVER (ORDER BY h.doc_id ROWS UNBOUNDED PRECEDING) - v.characters AS before
    FROM heads h
    JOIN versions v ON v.doc_id = h.doc_id AND v.number = h.number
)
SELECT doc_id, number, content_hash, NULL::INTEGER AS old_content_no
FROM sized
WHERE before < $characters
