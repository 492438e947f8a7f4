-- What search looks through of the wanted documents: the headline, then the clean text.
SELECT h.doc_id, h.updated_at, r.language, concat_ws(chr(10), r.title, r.text)
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.doc_id IN (SELECT doc_id FROM wanted)
ORDER BY h.doc_id
