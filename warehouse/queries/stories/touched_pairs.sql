SELECT telling_a, telling_b, score
FROM store.story_pairs
WHERE
    telling_a IN (SELECT telling_no FROM touched_tellings)
    AND telling_b IN (SELECT telling_no FROM touched_tellings)
