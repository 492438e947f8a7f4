SELECT doc_id, source, source_uri FROM documents WHERE source_uri = ? ORDER BY doc_id
