SELECT doc_id, source, source_uri FROM documents WHERE starts_with(doc_id::VARCHAR, ?) ORDER BY doc_id LIMIT 4
