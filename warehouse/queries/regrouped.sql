SELECT i.doc_id
FROM incoming i
LEFT JOIN copies c ON c.doc_id = i.doc_id
WHERE c.copy_id IS DISTINCT FROM i.copy_id
