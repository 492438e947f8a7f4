-- Pairs of which a common key has become one that many hold, and that share fewer than $2 others. Each step starts
-- from stored pairs: holders of one key, paired with each other, would be far more.
CREATE OR REPLACE TEMP TABLE moved_pairs AS
WITH crowded AS MATERIALIZED (
    SELECT key, telling_no FROM met_keys WHERE now > $1 AND before <= $1
),
held AS MATERIALIZED (
    SELECT p.telling_a, p.telling_b, c.key
    FROM store.story_pairs p
    JOIN crowded c ON c.telling_no = p.telling_a
),
endangered AS MATERIALIZED (
    SELECT DISTINCT h.telling_a, h.telling_b
    FROM held h
    JOIN crowded c ON c.telling_no = h.telling_b AND c.key = h.key
),
own AS MATERIALIZED (
    SELECT e.telling_a, e.telling_b, k.key
    FROM endangered e
    JOIN store.story_keys k ON k.telling_no = e.telling_a
),
shared AS MATERIALIZED (
    SELECT o.telling_a, o.telling_b, o.key
    FROM own o
    JOIN store.story_keys k ON k.telling_no = o.telling_b AND k.key = o.key
),
few AS (
    SELECT key
    FROM store.story_keys
    WHERE key IN (SELECT key FROM shared)
    GROUP BY key
    HAVING count(*) <= $1
)
SELECT p.telling_a, p.telling_b, p.score AS highest
FROM store.story_pairs p
WHERE
    (p.telling_a, p.telling_b) IN (SELECT (telling_a, telling_b) FROM endangered)
    AND (p.telling_a, p.telling_b) NOT IN (
        SELECT (telling_a, telling_b)
        FROM shared
        WHERE key IN (SELECT key FROM few)
        GROUP BY telling_a, telling_b
        HAVING count(*) >= $2
    )
