-- Pairs that meet now: a new telling and any other, or any two under a key that few hold again. All keys of a new
-- telling are among the met ones; of others those that did not change have to be looked up.
CREATE OR REPLACE TEMP TABLE pairs_to_score AS
WITH few AS MATERIALIZED (
    SELECT
        m.key, m.telling_no, t.doc_id, m.before > $1 AS again,
        m.telling_no IN (SELECT telling_no FROM fresh_keys) AS fresh
    FROM met_keys m
    JOIN store.tellings t ON t.telling_no = m.telling_no
    WHERE m.now <= $1
),
again AS MATERIALIZED (
    SELECT DISTINCT a.telling_no AS telling_a, b.telling_no AS telling_b
    FROM few a
    JOIN few b ON b.key = a.key AND a.doc_id < b.doc_id
    WHERE a.again AND b.again AND NOT a.fresh AND NOT b.fresh
),
shared AS MATERIALIZED (
    SELECT p.telling_a, p.telling_b, a.key
    FROM again p
    JOIN store.story_keys a ON a.telling_no = p.telling_a
    JOIN store.story_keys b ON b.telling_no = p.telling_b AND b.key = a.key
),
still AS (
    SELECT key FROM store.story_keys WHERE key IN (SELECT key FROM shared) GROUP BY key HAVING count(*) <= $1
),
-- Where both are new, from the side of the one with the smaller id.
met AS (
    SELECT
        f.doc_id < o.doc_id AS rising, f.telling_no AS fresh_no, o.telling_no AS other_no
    FROM few f
    JOIN few o ON o.key = f.key AND o.telling_no <> f.telling_no AND (f.doc_id < o.doc_id OR NOT o.fresh)
    WHERE f.fresh
)
SELECT
    CASE WHEN rising THEN fresh_no ELSE other_no END AS telling_a,
    CASE WHEN rising THEN other_no ELSE fresh_no END AS telling_b
FROM met
GROUP BY fresh_no, other_no, rising
HAVING count(*) >= $2
UNION ALL
SELECT telling_a, telling_b
FROM shared
WHERE key IN (SELECT key FROM still)
GROUP BY telling_a, telling_b
HAVING count(*) >= $2
