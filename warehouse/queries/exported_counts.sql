-- How many exported documents, cuts or notices there are by the value of a column.
SELECT coalesce({column}, 'unknown'), count(*)
FROM {table} t
JOIN chosen x ON x.doc_id = t.doc_id
WHERE {condition}
GROUP BY ALL
ORDER BY count(*) DESC, 1
