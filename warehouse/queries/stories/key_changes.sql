-- All holders of the keys that came or went, and how many a key has now and had before.
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
met AS (
    SELECT key, telling_no, count(*) OVER (PARTITION BY key) AS now
    FROM store.story_keys
    WHERE key IN (SELECT key FROM changes)
)
SELECT m.key, m.telling_no, m.now, m.now - c.change AS before
FROM met m
JOIN changes c ON c.key = m.key
