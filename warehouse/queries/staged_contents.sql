-- The texts that the staged heads hold now, and those that they held before.
SELECT content_no FROM staged_numbers
UNION
SELECT old_content_no FROM staged_heads WHERE old_content_no IS NOT NULL
