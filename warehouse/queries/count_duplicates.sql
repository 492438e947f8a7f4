SELECT count(*) FROM copies WHERE size > 1 AND doc_id IN (SELECT unnest($1::UUID[]))
