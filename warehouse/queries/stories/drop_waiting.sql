DELETE FROM store.waiting_tellings
WHERE
    telling_no IN (SELECT telling_no FROM touched_tellings)
    OR telling_no NOT IN (SELECT telling_no FROM store.tellings)
