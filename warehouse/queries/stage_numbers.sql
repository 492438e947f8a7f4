-- The texts of staged heads that are stored already, with their numbers.
CREATE OR REPLACE TEMP TABLE staged_numbers AS
SELECT content_hash, content_no FROM store.contents WHERE content_hash IN (SELECT content_hash FROM staged_heads)
