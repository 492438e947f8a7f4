SELECT h.doc_id, length(r.text)
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.doc_id NOT IN (SELECT doc_id FROM store.search_entries WHERE live)
ORDER BY h.doc_id
