-- Most lines stand in one document: only those that stand in several places are looked at closely, and of
-- documents and groups only those that hold them.
INSERT INTO store.repeats BY NAME
WITH held AS MATERIALIZED (
    SELECT block, doc_id, number, start, "stop", day
    FROM store.blocks
    WHERE block IN (SELECT block FROM {wanted})
),
often AS MATERIALIZED (
    SELECT * FROM held WHERE block IN (SELECT block FROM held GROUP BY block HAVING count(*) >= 3)
),
heads AS MATERIALIZED (
    SELECT doc_id, number FROM store.heads WHERE doc_id IN (SELECT doc_id FROM often)
),
grouped AS MATERIALIZED (
    SELECT doc_id, copy_id FROM copies WHERE doc_id IN (SELECT doc_id FROM often)
)
SELECT
    b.block,
    count(DISTINCT c.copy_id) AS articles,
    count(DISTINCT b.doc_id) AS documents,
    count(DISTINCT b.day) AS days,
    min(b.doc_id) AS doc_id,
    arg_min(b.start, (b.doc_id, b.start)) AS start,
    arg_min(b."stop", (b.doc_id, b.start)) AS "stop"
FROM often b
JOIN heads h ON h.doc_id = b.doc_id AND h.number = b.number
JOIN grouped c ON c.doc_id = b.doc_id
GROUP BY b.block
HAVING count(DISTINCT c.copy_id) >= 3
