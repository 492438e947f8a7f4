CREATE OR REPLACE TEMP TABLE touched_tellings AS
SELECT telling_b AS telling_no, false AS renewed
FROM store.story_pairs
WHERE telling_a IN (SELECT telling_no FROM gone_tellings)
UNION
SELECT telling_a, false
FROM store.story_pairs
WHERE telling_b IN (SELECT telling_no FROM gone_tellings)
