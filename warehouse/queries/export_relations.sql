-- Both documents are exported.
SELECT
    r.doc_a::VARCHAR AS doc_a, r.doc_b::VARCHAR AS doc_b, r.kind, r.jaccard, r.containment, r.score,
    r.verdict, r.note
FROM chosen x
JOIN relations r ON r.doc_a = x.doc_id
JOIN chosen y ON y.doc_id = r.doc_b
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place, y.place
