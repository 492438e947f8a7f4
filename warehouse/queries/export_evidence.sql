-- Both documents are exported.
SELECT
    e.doc_a::VARCHAR AS doc_a, e.doc_b::VARCHAR AS doc_b, e.kind, e.text, e.start_a, e.stop_a, e.start_b, e.stop_b
FROM chosen x
JOIN evidence e ON e.doc_a = x.doc_id
JOIN chosen y ON y.doc_id = e.doc_b
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place, y.place, e.start_a, e.start_b, e.stop_a, e.kind, e.text
