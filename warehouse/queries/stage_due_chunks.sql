-- Parts to be written anew as one: small ones, once there are many, and those with many released entries.
CREATE OR REPLACE TEMP TABLE due AS
WITH chunks AS (
    SELECT chunk_no, count(*) AS entries, count(doc_id) AS live FROM store.search_entries GROUP BY chunk_no
),
small AS (
    SELECT chunk_no, entries FROM chunks WHERE entries < $full
)
SELECT chunk_no FROM chunks WHERE live < 0.75 * entries
UNION
SELECT chunk_no FROM small WHERE (SELECT sum(entries) >= $full OR count(*) >= $many FROM small)
