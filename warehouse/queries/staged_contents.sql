-- The texts that the staged heads hold now, and those that they held before.
SELECT c.content_no
FROM staged_heads s
JOIN store.contents c ON c.content_hash = s.content_hash
UNION
SELECT old_content_no FROM staged_heads WHERE old_content_no IS NOT NULL
