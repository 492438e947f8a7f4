-- Touched tellings in the order of their documents' ids: the story that each is in until now, as a number and how many
-- tellings it has; whether the telling itself waits or was only reached, and whether its documents may be others.
WITH standing AS MATERIALIZED (
    SELECT t.telling_no, t.doc_id, s.story_id
    FROM store.tellings t
    LEFT JOIN store.stories s ON s.doc_id = t.doc_id
),
touched_stories AS (
    SELECT story_id, min(telling_no) AS story_no, count(*) AS size
    FROM standing
    WHERE story_id IS NOT NULL
    GROUP BY story_id
    HAVING bool_or(telling_no IN (SELECT telling_no FROM touched_tellings))
)
SELECT
    t.telling_no, coalesce(s.story_no, 0) AS story_no, coalesce(s.size, 0) AS size,
    t.telling_no IN (SELECT telling_no FROM store.waiting_tellings) AS waits,
    t.telling_no IN (SELECT telling_no FROM store.waiting_tellings WHERE renewed) AS renewed
FROM standing t
LEFT JOIN touched_stories s ON s.story_id = t.story_id
WHERE t.telling_no IN (SELECT telling_no FROM touched_tellings)
ORDER BY t.doc_id
