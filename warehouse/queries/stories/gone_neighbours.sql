-- Tellings that are paired with those that go, and those in one story with them, which may need another id or headline.
CREATE OR REPLACE TEMP TABLE touched_tellings AS
WITH left_stories AS MATERIALIZED (
    SELECT s.story_id
    FROM store.stories s
    JOIN store.tellings t ON t.doc_id = s.doc_id
    WHERE t.telling_no IN (SELECT telling_no FROM gone_tellings)
)
SELECT telling_b AS telling_no, false AS renewed
FROM store.story_pairs
WHERE telling_a IN (SELECT telling_no FROM gone_tellings)
UNION
SELECT telling_a, false
FROM store.story_pairs
WHERE telling_b IN (SELECT telling_no FROM gone_tellings)
UNION
SELECT t.telling_no, true
FROM store.tellings t
JOIN store.stories s ON s.doc_id = t.doc_id
WHERE s.story_id IN (SELECT story_id FROM left_stories)
