SELECT coalesce(max(last_entry), 0), coalesce(max(chunk_no), 0) FROM store.search_chunks
