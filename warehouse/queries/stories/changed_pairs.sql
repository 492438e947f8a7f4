-- Pairs that score otherwise than what is stored says; what scores too little is not stored.
CREATE OR REPLACE TEMP TABLE changed_pairs AS
SELECT i.telling_a, i.telling_b, i.score, coalesce(p.score, 0) AS before
FROM incoming i
LEFT JOIN store.story_pairs p ON p.telling_a = i.telling_a AND p.telling_b = i.telling_b
WHERE coalesce(p.score, 0) <> CASE WHEN i.score >= $1 THEN i.score ELSE 0 END
