SELECT doc_id
FROM documents
WHERE doc_id IN (SELECT doc_id FROM removals WHERE rule = ?)
ORDER BY source, source_uri
