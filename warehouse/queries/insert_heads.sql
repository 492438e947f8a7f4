INSERT INTO store.heads BY NAME
SELECT * EXCLUDE (content_hash, old_content_no) FROM staged_heads
