INSERT INTO store.rejects BY NAME
SELECT * FROM incoming
WHERE reject_id NOT IN (SELECT reject_id FROM store.rejects)
