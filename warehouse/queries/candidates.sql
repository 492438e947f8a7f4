-- Pairs of a new text and another one that share a band, or a quarter of the smaller one's passages.
-- A pair of two new texts is listed once, with the larger number first.
WITH by_band AS (
    SELECT s.content_no AS other, n.content_no AS number
    FROM store.band_keys n
    JOIN store.band_keys s ON s.key = n.key
    WHERE n.content_no IN (SELECT content_no FROM wanted)
),
by_passage AS (
    SELECT s.content_no AS other, n.content_no AS number
    FROM store.passage_keys n
    JOIN store.passage_keys s ON s.key = n.key
    JOIN store.contents cn ON cn.content_no = n.content_no
    JOIN store.contents cs ON cs.content_no = s.content_no
    WHERE n.content_no IN (SELECT content_no FROM wanted)
    GROUP BY ALL
    HAVING count(*) >= any_value(least(cn.passages, cs.passages)) / 4
)
SELECT other, number
FROM (SELECT other, number FROM by_band UNION SELECT other, number FROM by_passage)
WHERE other <> number AND (other > number OR other NOT IN (SELECT content_no FROM wanted))
