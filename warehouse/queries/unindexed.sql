-- In the order of their places, so that texts that are packed together are read together.
SELECT h.doc_id, r.characters
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.doc_id NOT IN (SELECT doc_id FROM store.search_entries WHERE live)
ORDER BY r.rowid
