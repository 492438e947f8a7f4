-- $1 and $2 are the loosest thresholds that hold anywhere: a pair below them connects nobody.
WITH counted AS (
    SELECT content_a, content_b
    FROM store.pairs
    WHERE kind NOT IN ('near', 'contains') OR (kind = 'near' AND jaccard >= $1) OR (contained AND containment >= $2)
)
INSERT INTO connected
SELECT p.content_b FROM counted p
WHERE p.content_a IN (SELECT content_no FROM connected) AND p.content_b NOT IN (SELECT content_no FROM connected)
UNION
SELECT p.content_a FROM counted p
WHERE p.content_b IN (SELECT content_no FROM connected) AND p.content_a NOT IN (SELECT content_no FROM connected)
