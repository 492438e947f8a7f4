-- Pairs that were not related before, or not compared, with how long their texts are. Those of one story come together,
-- so that each of its texts is read once.
WITH new AS MATERIALIZED (
    SELECT
        i.story, i.telling_a, i.telling_b, a.doc_id AS doc_a, b.doc_id AS doc_b, l.telling_a IS NULL AS is_new,
        i.compared
    FROM incoming i
    JOIN store.tellings a ON a.telling_no = i.telling_a
    JOIN store.tellings b ON b.telling_no = i.telling_b
    LEFT JOIN store.story_links l ON l.telling_a = i.telling_a AND l.telling_b = i.telling_b
    WHERE l.telling_a IS NULL OR (i.compared AND NOT l.compared)
),
lengths AS MATERIALIZED (
    SELECT h.doc_id, r.characters
    FROM store.heads h
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    WHERE h.doc_id IN (SELECT doc_a FROM new UNION SELECT doc_b FROM new)
)
SELECT n.telling_a, n.telling_b, n.doc_a, n.doc_b, n.is_new, n.compared, la.characters, lb.characters
FROM new n
JOIN lengths la ON la.doc_id = n.doc_a
JOIN lengths lb ON lb.doc_id = n.doc_b
ORDER BY n.story, n.telling_a, n.telling_b
