-- Documents whose relations are not what they were, with their texts and how many relations that are of each.
WITH after AS MATERIALIZED (SELECT doc_a, doc_b, kind FROM store.related),
changed AS MATERIALIZED (
    SELECT doc_a, doc_b FROM (SELECT * FROM related_before EXCEPT SELECT * FROM after)
    UNION
    SELECT doc_a, doc_b FROM (SELECT * FROM after EXCEPT SELECT * FROM related_before)
),
sides AS (
    SELECT doc_a AS doc_id, 1 AS relations FROM changed
    UNION ALL
    SELECT doc_b, 0 FROM changed
)
SELECT s.doc_id, any_value(h.content_no), sum(s.relations)::INTEGER
FROM sides s
JOIN store.heads h ON h.doc_id = s.doc_id
GROUP BY s.doc_id
ORDER BY s.doc_id
