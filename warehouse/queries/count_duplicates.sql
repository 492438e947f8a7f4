SELECT count(*) FROM copies WHERE size > 1 AND doc_id IN (SELECT doc_id FROM wanted)
