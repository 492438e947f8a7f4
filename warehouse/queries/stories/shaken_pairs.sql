-- Stored pairs that share a term which has become more common: they may lose.
INSERT INTO pairs_to_score
WITH holders AS MATERIALIZED (
    SELECT telling_no, term FROM store.telling_terms WHERE term IN (SELECT term FROM shaken_terms WHERE NOT rarer)
),
held AS MATERIALIZED (
    SELECT p.telling_a, p.telling_b, h.term
    FROM store.story_pairs p
    JOIN holders h ON h.telling_no = p.telling_a
),
shaken AS MATERIALIZED (
    SELECT DISTINCT d.telling_a, d.telling_b
    FROM held d
    JOIN holders h ON h.telling_no = d.telling_b AND h.term = d.term
)
SELECT k.telling_a, k.telling_b
FROM shaken k
ANTI JOIN pairs_to_score s ON s.telling_a = k.telling_a AND s.telling_b = k.telling_b
