SELECT DISTINCT telling_no
FROM store.waiting_tellings
WHERE telling_no IN (SELECT telling_no FROM store.tellings)
ORDER BY telling_no
LIMIT $1
