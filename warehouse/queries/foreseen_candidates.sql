-- Pairs of a new text that is nowhere stored and another one, new or stored, that share a band, or a quarter of the
-- smaller one's passages. A pair of two new texts is listed once, with the larger number first.
WITH bands AS (
    SELECT key, content_no FROM store.band_keys
    UNION ALL
    SELECT key, content_no FROM new_bands
),
passages AS (
    SELECT key, content_no FROM store.passage_keys
    UNION ALL
    SELECT key, content_no FROM new_passages
),
sizes AS (
    SELECT content_no, passages FROM store.contents
    UNION ALL
    SELECT content_no, count(*) FROM new_passages GROUP BY content_no
),
by_band AS (
    SELECT s.content_no AS other, n.content_no AS number
    FROM new_bands n
    JOIN bands s ON s.key = n.key
),
by_passage AS (
    SELECT s.content_no AS other, n.content_no AS number
    FROM new_passages n
    JOIN passages s ON s.key = n.key
    JOIN sizes cn ON cn.content_no = n.content_no
    JOIN sizes cs ON cs.content_no = s.content_no
    GROUP BY ALL
    HAVING count(*) >= any_value(least(cn.passages, cs.passages)) / 4
)
SELECT other, number
FROM (SELECT other, number FROM by_band UNION SELECT other, number FROM by_passage)
WHERE other <> number AND (other > number OR other NOT IN (SELECT content_no FROM new_bands))
