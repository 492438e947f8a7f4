-- The texts of staged heads that have no number yet, each once.
SELECT DISTINCT content_hash
FROM staged_heads
WHERE content_hash NOT IN (SELECT content_hash FROM staged_numbers)
ORDER BY content_hash
