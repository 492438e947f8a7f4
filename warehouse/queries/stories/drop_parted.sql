-- Pairs of which a common key has become one that many hold, and that share no other.
DELETE FROM store.story_pairs
WHERE (telling_a, telling_b) IN (
    WITH endangered AS MATERIALIZED (
        SELECT DISTINCT p.telling_a, p.telling_b
        FROM met_keys a
        JOIN met_keys b ON b.key = a.key
        JOIN store.story_pairs p ON p.telling_a = a.telling_no AND p.telling_b = b.telling_no
        WHERE a.now > $1 AND a.before <= $1
    ),
    shared AS MATERIALIZED (
        SELECT e.telling_a, e.telling_b, a.key
        FROM endangered e
        JOIN store.story_keys a ON a.telling_no = e.telling_a
        JOIN store.story_keys b ON b.telling_no = e.telling_b AND b.key = a.key
    ),
    few AS (
        SELECT key
        FROM store.story_keys
        WHERE key IN (SELECT key FROM shared)
        GROUP BY key
        HAVING count(*) <= $1
    )
    SELECT (telling_a, telling_b) FROM endangered
    EXCEPT
    SELECT (telling_a, telling_b) FROM shared WHERE key IN (SELECT key FROM few)
)
RETURNING telling_a, telling_b
