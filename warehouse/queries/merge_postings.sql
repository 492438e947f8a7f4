-- What a word has in each part stays a row, and these come to lie together. Released entries are left behind.
INSERT INTO store.postings
WITH released AS MATERIALIZED (
    SELECT c.chunk_no
    FROM store.search_chunks c
    JOIN due USING (chunk_no)
    LEFT JOIN store.search_entries e ON e.chunk_no = c.chunk_no AND e.live
    GROUP BY c.chunk_no, c.entries
    HAVING count(e.entry_no) < c.entries
)
SELECT $1, token_no, places
FROM (
    SELECT p.token_no, p.places
    FROM store.postings p
    WHERE p.chunk_no IN (SELECT chunk_no FROM due) AND p.chunk_no NOT IN (SELECT chunk_no FROM released)
    UNION ALL
    SELECT f.token_no, list(f.place ORDER BY f.place.entry_no)
    FROM (
        SELECT p.token_no, unnest(p.places) AS place
        FROM store.postings p
        WHERE p.chunk_no IN (SELECT chunk_no FROM released)
    ) f
    WHERE f.place.entry_no IN (SELECT entry_no FROM store.search_entries WHERE live)
    GROUP BY f.token_no
)
ORDER BY token_no, places[1].entry_no
