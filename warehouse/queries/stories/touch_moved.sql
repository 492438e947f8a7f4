-- Both ends of a pair whose score changes, where that can change a story: one that scores or scored enough to join
-- two tellings, or one of two tellings that are joined with others, maybe with each other.
INSERT INTO touched_tellings
WITH joined AS MATERIALIZED (
    SELECT telling_a AS telling_no FROM store.story_pairs WHERE score >= $1
    UNION
    SELECT telling_b FROM store.story_pairs WHERE score >= $1
)
SELECT unnest([telling_a, telling_b]), false
FROM moved_pairs
WHERE
    highest >= $1
    OR (telling_a IN (SELECT telling_no FROM joined) AND telling_b IN (SELECT telling_no FROM joined))
