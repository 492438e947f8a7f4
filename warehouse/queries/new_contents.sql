-- The texts of staged heads that have no number yet, each once. What is known is narrowed down to the batch first.
WITH known AS (
    SELECT content_hash FROM store.contents WHERE content_hash IN (SELECT content_hash FROM staged_heads)
)
SELECT s.content_hash, any_value(r.text)
FROM staged_heads s
JOIN store.revisions r ON r.doc_id = s.doc_id AND r.number = s.number
WHERE s.content_hash NOT IN (SELECT content_hash FROM known)
GROUP BY s.content_hash
ORDER BY s.content_hash
