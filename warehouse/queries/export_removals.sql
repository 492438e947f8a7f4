SELECT r.doc_id::VARCHAR AS doc_id, r.start, r."stop", r.kind, r.rule, r.reason, r.text
FROM chosen x
JOIN removals r ON r.doc_id = x.doc_id
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place, r.start
