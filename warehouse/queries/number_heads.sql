UPDATE store.heads h
SET content_no = c.content_no
FROM staged_heads s
JOIN store.contents c ON c.content_hash = s.content_hash
WHERE h.doc_id = s.doc_id
