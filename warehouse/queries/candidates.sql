-- Pairs of a new text and another one that share a band, or a quarter of the smaller one's passages.
-- A pair of two new texts is listed once, with the larger number first.
--
-- A passage that thousands of texts hold (a notice of an agency, say) is joined last: first come the pairs
-- that also share a rarer one, then the texts of which a quarter could be such passages. What is found does
-- not depend on which passages count as common, only the time it takes.
WITH fresh AS MATERIALIZED (
    SELECT key, content_no AS number FROM store.band_keys WHERE content_no IN (SELECT content_no FROM wanted)
),
by_band AS (
    SELECT s.content_no AS other, n.number
    FROM fresh n
    JOIN store.band_keys s ON s.key = n.key
),
arrived AS MATERIALIZED (
    SELECT key, content_no AS number FROM store.passage_keys WHERE content_no IN (SELECT content_no FROM wanted)
),
held AS MATERIALIZED (
    SELECT key, content_no AS other FROM store.passage_keys WHERE key IN (SELECT key FROM arrived)
),
shared AS MATERIALIZED (
    SELECT key, count(*) > 50 AS common FROM held GROUP BY key HAVING count(*) > 1
),
theirs AS MATERIALIZED (
    SELECT h.key, h.other, s.common FROM held h JOIN shared s ON s.key = h.key
),
mine AS MATERIALIZED (
    SELECT a.key, a.number, c.passages
    FROM arrived a
    JOIN store.contents c ON c.content_no = a.number
    WHERE a.key IN (SELECT key FROM shared)
),
rarely AS (
    SELECT DISTINCT t.other, m.number
    FROM mine m
    JOIN theirs t ON t.key = m.key
    WHERE NOT t.common
),
commonplace AS MATERIALIZED (
    SELECT m.key, m.number, m.passages, count(*) OVER (PARTITION BY m.number) AS common
    FROM mine m
    WHERE m.key IN (SELECT key FROM theirs WHERE common)
),
short AS MATERIALIZED (
    SELECT t.key, t.other, c.passages
    FROM theirs t
    JOIN store.contents c ON c.content_no = t.other
    WHERE t.common AND c.passages <= 4 * (SELECT max(common) FROM commonplace)
),
commonly AS (
    SELECT t.other, m.number
    FROM commonplace m
    JOIN theirs t ON t.key = m.key AND t.common
    WHERE m.passages <= 4 * m.common
    UNION
    SELECT s.other, m.number
    FROM commonplace m
    JOIN short s ON s.key = m.key AND s.passages <= 4 * m.common
),
met AS MATERIALIZED (SELECT * FROM rarely UNION SELECT * FROM commonly),
by_passage AS (
    SELECT p.other, p.number
    FROM met p
    JOIN mine m ON m.number = p.number
    JOIN theirs t ON t.other = p.other AND t.key = m.key
    JOIN store.contents c ON c.content_no = p.other
    GROUP BY ALL
    HAVING count(*) >= any_value(least(m.passages, c.passages)) / 4
)
SELECT other, number
FROM (SELECT other, number FROM by_band UNION SELECT other, number FROM by_passage)
WHERE other <> number AND (other > number OR other NOT IN (SELECT content_no FROM wanted))
