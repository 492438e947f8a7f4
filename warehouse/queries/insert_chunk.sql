INSERT INTO store.search_chunks
SELECT $1, count(*), coalesce(max(entry_no), 0) FROM store.search_entries WHERE chunk_no = $1
