INSERT INTO connected
SELECT p.content_b FROM store.pairs p
WHERE p.content_a IN (SELECT content_no FROM connected) AND p.content_b NOT IN (SELECT content_no FROM connected)
UNION
SELECT p.content_a FROM store.pairs p
WHERE p.content_b IN (SELECT content_no FROM connected) AND p.content_a NOT IN (SELECT content_no FROM connected)
