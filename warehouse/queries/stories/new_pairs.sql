-- Pairs that meet now: a new telling and any other, or any two under a key that few hold again.
CREATE OR REPLACE TEMP TABLE pairs_to_score AS
WITH few AS MATERIALIZED (
    SELECT
        m.key, m.telling_no, t.doc_id, m.before > $1 AS again,
        m.telling_no IN (SELECT telling_no FROM fresh_keys) AS fresh
    FROM met_keys m
    JOIN store.tellings t ON t.telling_no = m.telling_no
    WHERE m.now <= $1
)
SELECT DISTINCT a.telling_no AS telling_a, b.telling_no AS telling_b
FROM few a
JOIN few b ON b.key = a.key
WHERE a.doc_id < b.doc_id AND (a.fresh OR b.fresh OR a.again)
