-- Where documents were at the end of the last completed run, noted when they leave it for the first time.
INSERT INTO store.moves
SELECT i.doc_id, c.copy_id, c.canonical_doc_id
FROM incoming i
LEFT JOIN copies c ON c.doc_id = i.doc_id
WHERE
    (c.copy_id IS DISTINCT FROM i.copy_id OR c.canonical_doc_id IS DISTINCT FROM i.canonical_doc_id)
    AND i.doc_id NOT IN (SELECT doc_id FROM store.moves)
