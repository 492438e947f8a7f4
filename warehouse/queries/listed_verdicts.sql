SELECT v.doc_a, a.source_uri AS uri_a, v.doc_b, b.source_uri AS uri_b, v.verdict, v.level, v.note, v.decided_at
FROM verdicts v
LEFT JOIN store.heads a ON a.doc_id = v.doc_a
LEFT JOIN store.heads b ON b.doc_id = v.doc_b
ORDER BY v.decided_at, v.doc_a, v.doc_b
