SELECT n.doc_id::VARCHAR AS doc_id, n.start, n."stop", n.role, n.name, n.domain, n.year
FROM chosen x
JOIN notices n ON n.doc_id = x.doc_id
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place, n.start, n."stop", n.role, n.name, n.domain, n.year
