-- Stored pairs that share a term which has become more common: they may lose.
INSERT INTO pairs_to_score
WITH holders AS MATERIALIZED (
    SELECT telling_no, term FROM store.telling_terms WHERE term IN (SELECT term FROM shaken_terms WHERE NOT rarer)
)
SELECT DISTINCT p.telling_a, p.telling_b
FROM store.story_pairs p
JOIN holders a ON a.telling_no = p.telling_a
JOIN holders b ON b.telling_no = p.telling_b AND b.term = a.term
ANTI JOIN pairs_to_score s ON s.telling_a = p.telling_a AND s.telling_b = p.telling_b
