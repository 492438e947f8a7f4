SELECT c.content_no, any_value(c.content_hash), any_value(r.text)
FROM store.contents c
JOIN store.heads h ON h.content_no = c.content_no
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE c.content_no IN (SELECT content_no FROM wanted)
GROUP BY c.content_no
