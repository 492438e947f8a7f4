-- Released entries are left behind.
INSERT INTO store.postings
SELECT $1, f.token_no, list(f.place ORDER BY f.place.entry_no)
FROM (
    SELECT p.token_no, unnest(p.places) AS place FROM store.postings p WHERE p.chunk_no IN (SELECT chunk_no FROM due)
) f
WHERE f.place.entry_no IN (SELECT entry_no FROM store.search_entries WHERE live)
GROUP BY f.token_no
ORDER BY f.token_no
