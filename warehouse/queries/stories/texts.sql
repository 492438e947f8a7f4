SELECT h.doc_id, r.text
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.doc_id IN (SELECT doc_id FROM wanted)
