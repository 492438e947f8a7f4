-- Most lines stand in one document: only those that stand in several places are looked at closely.
INSERT INTO store.repeats BY NAME
WITH often AS (
    SELECT block
    FROM store.blocks
    WHERE block IN (SELECT block FROM {wanted})
    GROUP BY block
    HAVING count(*) >= 3
)
SELECT
    b.block,
    count(DISTINCT c.copy_id) AS articles,
    count(DISTINCT b.doc_id) AS documents,
    count(DISTINCT b.day) AS days,
    min(b.doc_id) AS doc_id,
    arg_min(b.start, (b.doc_id, b.start)) AS start,
    arg_min(b."stop", (b.doc_id, b.start)) AS "stop"
FROM store.blocks b
JOIN store.heads h ON h.doc_id = b.doc_id AND h.number = b.number
JOIN copies c ON c.doc_id = b.doc_id
WHERE b.block IN (SELECT block FROM often)
GROUP BY b.block
HAVING count(DISTINCT c.copy_id) >= 3
