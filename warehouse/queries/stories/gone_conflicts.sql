DELETE FROM store.conflicts
WHERE
    telling_a IN (SELECT telling_no FROM touched_tellings)
    AND (telling_a, telling_b) NOT IN (SELECT (telling_a, telling_b) FROM incoming WHERE compared)
