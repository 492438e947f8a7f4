SELECT h.content_no, any_value(r.content_hash), any_value(r.text)
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.content_no IN (SELECT content_no FROM wanted)
GROUP BY h.content_no
