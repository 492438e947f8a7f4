-- The texts of staged heads that have no number yet, each once. What is known is narrowed down to the batch first.
WITH known AS MATERIALIZED (
    SELECT content_hash FROM store.contents WHERE content_hash IN (SELECT content_hash FROM staged_heads)
)
SELECT DISTINCT content_hash
FROM staged_heads
WHERE content_hash NOT IN (SELECT content_hash FROM known)
ORDER BY content_hash
