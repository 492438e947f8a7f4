-- The wanted rejects with their bytes, and what the run was asked to do that met them first.
SELECT
    r.reject_id, r.source, r.source_uri, r.error_code, r.reason, r.content_hash, r.size, r.raw, r.carried, r.raw_format,
    t.parameters
FROM store.rejects r
JOIN wanted w ON w.doc_id = r.reject_id
LEFT JOIN runs t ON t.run_id = r.run_id
