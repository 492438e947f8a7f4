SELECT coalesce(max(entry_no), 0), coalesce(max(chunk_no), 0) FROM store.search_entries
