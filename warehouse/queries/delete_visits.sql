DELETE FROM store.visits v
USING incoming i
WHERE v.source = i.source AND v.uri = i.uri
