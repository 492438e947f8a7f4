SELECT content_hash, content_no FROM store.contents WHERE content_hash IN (SELECT content_hash FROM wanted)
