-- Pairs that share a term which has become rarer, and $2 keys that few have: they may gain, also those not stored.
INSERT INTO pairs_to_score
WITH holders AS MATERIALIZED (
    SELECT t.telling_no, t.term, d.doc_id
    FROM store.telling_terms t
    JOIN store.tellings d ON d.telling_no = t.telling_no
    WHERE t.term IN (SELECT term FROM shaken_terms WHERE rarer)
),
keys AS MATERIALIZED (
    SELECT key, telling_no FROM store.story_keys WHERE telling_no IN (SELECT telling_no FROM holders)
),
few AS MATERIALIZED (
    SELECT key FROM store.story_keys WHERE key IN (SELECT key FROM keys) GROUP BY key HAVING count(*) <= $1
),
met AS (
    SELECT a.telling_no AS one, b.telling_no AS other
    FROM keys a
    JOIN keys b ON b.key = a.key AND b.telling_no <> a.telling_no
    WHERE a.key IN (SELECT key FROM few)
    GROUP BY a.telling_no, b.telling_no
    HAVING count(*) >= $2
)
SELECT DISTINCT m.one, m.other
FROM met m
JOIN holders a ON a.telling_no = m.one
JOIN holders b ON b.telling_no = m.other AND b.term = a.term
ANTI JOIN pairs_to_score s ON s.telling_a = m.one AND s.telling_b = m.other
WHERE a.doc_id < b.doc_id
