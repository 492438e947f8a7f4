-- All holders of the keys that came or went, and how many a key has now and had before; of keys that more than $1
-- tellings hold now and held before, nothing hangs.
CREATE OR REPLACE TEMP TABLE met_keys AS
WITH changes AS MATERIALIZED (
    SELECT key, sum(change)::INTEGER AS change
    FROM (
        SELECT key, 1 AS change FROM fresh_keys
        UNION ALL
        SELECT key, -1 FROM gone_keys
    )
    GROUP BY key
),
counted AS MATERIALIZED (
    SELECT key, count(*) AS now
    FROM store.story_keys
    WHERE key IN (SELECT key FROM changes)
    GROUP BY key
),
telling AS MATERIALIZED (
    SELECT n.key, n.now, n.now - c.change AS before
    FROM counted n
    JOIN changes c ON c.key = n.key
    WHERE least(n.now, n.now - c.change) <= $1
)
SELECT t.key, k.telling_no, t.now, t.before
FROM store.story_keys k
JOIN telling t ON t.key = k.key
