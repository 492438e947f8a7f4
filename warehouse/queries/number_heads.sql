UPDATE store.heads h
SET content_no = n.content_no
FROM staged_heads s
JOIN staged_numbers n ON n.content_hash = s.content_hash
WHERE h.doc_id = s.doc_id
