-- Parts to be written anew as one: a part with a document that is no more, of which no word may stay, or with many
-- released entries; else small parts, once there are many; else middling ones, once they make a large one.
CREATE OR REPLACE TEMP TABLE due AS
WITH chunks AS (
    SELECT
        c.chunk_no, c.entries, count(*) FILTER (e.live) AS live,
        coalesce(sum(e.words), 0) AS words, c.entries > count(e.entry_no) AS gone
    FROM store.search_chunks c
    LEFT JOIN store.search_entries e ON e.chunk_no = c.chunk_no
    GROUP BY c.chunk_no, c.entries
),
sized AS (
    SELECT
        chunk_no, gone, gone OR live < 0.75 * entries AS loose,
        CASE WHEN words < $few THEN 1 WHEN words < $large / 2 THEN 2 ELSE 3 END AS size,
        sum(words) OVER (PARTITION BY size ORDER BY chunk_no) - words AS before,
        sum(words) OVER (PARTITION BY size) AS together,
        count(*) OVER (PARTITION BY size) AS parts
    FROM chunks
),
ready AS (
    SELECT
        chunk_no, gone,
        CASE
            WHEN loose THEN -chunk_no
            WHEN size = 1 AND (together >= $enough OR parts >= $many) THEN 1
            WHEN size = 2 AND together >= $large AND before < $large THEN 2
        END AS turn
    FROM sized
)
SELECT chunk_no, gone FROM ready WHERE turn = (SELECT min(turn) FROM ready)
