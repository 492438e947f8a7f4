SELECT doc_id, number FROM store.heads WHERE doc_id IN (SELECT doc_id FROM wanted) ORDER BY doc_id
