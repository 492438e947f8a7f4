-- All pairs of tellings that share at least $2 keys which few have.
CREATE OR REPLACE TEMP TABLE pairs_to_score AS
WITH few AS MATERIALIZED (
    SELECT k.key, k.telling_no, t.doc_id
    FROM store.story_keys k
    JOIN store.tellings t ON t.telling_no = k.telling_no
    WHERE k.key IN (SELECT key FROM store.story_keys GROUP BY key HAVING count(*) <= $1)
)
SELECT a.telling_no AS telling_a, b.telling_no AS telling_b
FROM few a
JOIN few b ON b.key = a.key
WHERE a.doc_id < b.doc_id
GROUP BY a.telling_no, b.telling_no
HAVING count(*) >= $2
