DELETE FROM copies
WHERE doc_id IN (SELECT doc_id FROM incoming) OR doc_id IN (SELECT doc_id FROM gathered)
