-- Pairs of which a common key has become one that many hold, and that share fewer than $2 others. Each step starts
-- from stored pairs: holders of one key, paired with each other, would be far more.
CREATE OR REPLACE TEMP TABLE moved_pairs AS
WITH crowded AS MATERIALIZED (
    SELECT key, telling_no FROM met_keys WHERE now > $1 AND before <= $1
),
held AS MATERIALIZED (
    SELECT p.telling_a, p.telling_b, p.score, c.key
    FROM store.story_pairs p
    JOIN crowded c ON c.telling_no = p.telling_a
),
endangered AS MATERIALIZED (
    SELECT h.telling_a, h.telling_b, any_value(h.score) AS score
    FROM held h
    JOIN crowded c ON c.telling_no = h.telling_b AND c.key = h.key
    GROUP BY h.telling_a, h.telling_b
),
own AS MATERIALIZED (
    SELECT key, telling_no
    FROM store.story_keys
    WHERE telling_no IN (SELECT telling_a FROM endangered UNION ALL SELECT telling_b FROM endangered)
),
shared AS MATERIALIZED (
    SELECT e.telling_a, e.telling_b, a.key
    FROM endangered e
    JOIN own a ON a.telling_no = e.telling_a
    JOIN own b ON b.telling_no = e.telling_b AND b.key = a.key
),
few AS MATERIALIZED (
    SELECT key
    FROM store.story_keys
    WHERE key IN (SELECT key FROM shared)
    GROUP BY key
    HAVING count(*) <= $1
),
safe AS MATERIALIZED (
    SELECT telling_a, telling_b
    FROM shared
    WHERE key IN (SELECT key FROM few)
    GROUP BY telling_a, telling_b
    HAVING count(*) >= $2
)
SELECT e.telling_a, e.telling_b, e.score AS highest
FROM endangered e
ANTI JOIN safe s ON s.telling_a = e.telling_a AND s.telling_b = e.telling_b
