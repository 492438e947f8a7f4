SELECT c.copy_id, a.source_uri, b.source_uri, c.kind, c.jaccard, c.containment, [a.text, b.text]
FROM (
    SELECT * FROM copies WHERE copy_id IN (SELECT unnest($1::UUID[])) AND held_by IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY copy_id ORDER BY score, doc_id) = 1
) c
JOIN documents a ON a.doc_id = c.held_by
JOIN documents b ON b.doc_id = c.doc_id
