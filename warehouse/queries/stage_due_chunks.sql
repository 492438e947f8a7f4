-- Parts to be written anew as one: small ones, once there are many; those with many released entries; and those
-- with a document that is no more, of which no word may stay.
CREATE OR REPLACE TEMP TABLE due AS
WITH chunks AS (
    SELECT
        c.chunk_no, c.entries, count(*) FILTER (e.live) AS live,
        coalesce(sum(e.words), 0) AS words, c.entries > count(e.entry_no) AS gone
    FROM store.search_chunks c
    LEFT JOIN store.search_entries e ON e.chunk_no = c.chunk_no
    GROUP BY c.chunk_no, c.entries
),
small AS (
    SELECT chunk_no, words FROM chunks WHERE words < $few
)
SELECT chunk_no, gone
FROM chunks
WHERE
    gone
    OR live < 0.75 * entries
    OR chunk_no IN (SELECT chunk_no FROM small) AND (SELECT sum(words) >= $enough OR count(*) >= $many FROM small)
