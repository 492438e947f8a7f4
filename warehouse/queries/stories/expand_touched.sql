-- Whoever is joined with touched tellings: by a pair that scores enough, or by an analyst's link.
INSERT INTO touched_tellings
WITH links AS (
    SELECT a.telling_no AS telling_a, b.telling_no AS telling_b
    FROM verdicts v
    JOIN copies ca ON ca.doc_id = v.doc_a
    JOIN copies cb ON cb.doc_id = v.doc_b
    JOIN store.tellings a ON a.doc_id = ca.canonical_doc_id
    JOIN store.tellings b ON b.doc_id = cb.canonical_doc_id
    WHERE v.verdict = 'linked'
),
reached AS (
    SELECT telling_b AS telling_no FROM store.story_pairs
    WHERE score >= $1 AND telling_a IN (SELECT telling_no FROM touched_tellings)
    UNION
    SELECT telling_a FROM store.story_pairs
    WHERE score >= $1 AND telling_b IN (SELECT telling_no FROM touched_tellings)
    UNION
    SELECT telling_b FROM links WHERE telling_a IN (SELECT telling_no FROM touched_tellings)
    UNION
    SELECT telling_a FROM links WHERE telling_b IN (SELECT telling_no FROM touched_tellings)
)
SELECT telling_no FROM reached WHERE telling_no NOT IN (SELECT telling_no FROM touched_tellings)
