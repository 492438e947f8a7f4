-- Those of the given words that a query looks for, each with the parts of the query that it belongs to, and its place there.
WITH terms AS MATERIALIZED (
    SELECT DISTINCT t.number, t.slots, t.slot, v.token
    FROM store.query_terms($query) t
    JOIN store.vocabulary v ON v.token_no = t.token_no
    WHERE t.sign <> '-'
)
SELECT w.word, t.number, t.slots, t.slot
FROM (SELECT word, store.fold(word) AS token FROM (SELECT unnest($words::VARCHAR[]) AS word)) w
JOIN terms t ON t.token = w.token
