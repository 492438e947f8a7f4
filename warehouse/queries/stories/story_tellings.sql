-- The tellings of a story in the order of their publication, each with the one that is most like it.
WITH related AS (
    SELECT doc_a AS doc_id, doc_b AS other, score FROM relations WHERE kind = 'story'
    UNION ALL
    SELECT doc_b, doc_a, score FROM relations WHERE kind = 'story'
),
nearest AS (
    SELECT doc_id, arg_max(other, (score, other)) AS like_doc_id, max(score) AS like_score
    FROM related
    WHERE doc_id IN (SELECT doc_id FROM store.stories WHERE story_id = $1)
    GROUP BY doc_id
)
SELECT t.doc_id, t.copies, t.cited_outlets, t.origin_doc_id, n.like_doc_id, n.like_score
FROM tellings t
JOIN documents d ON d.doc_id = t.doc_id
LEFT JOIN nearest n ON n.doc_id = t.doc_id
WHERE t.story_id = $1
ORDER BY d.published_at NULLS LAST, d.source_uri, d.doc_id
