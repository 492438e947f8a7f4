-- Those of the given words that a query looks for.
SELECT w.word
FROM (SELECT unnest($words::VARCHAR[]) AS word) w
WHERE
    store.fold(w.word) IN (
        SELECT v.token
        FROM store.query_terms($query) t
        JOIN store.vocabulary v ON v.token_no = t.token_no
        WHERE t.sign <> '-'
    )
