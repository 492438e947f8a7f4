DELETE FROM copy_groups
WHERE copy_id IN (SELECT copy_id FROM copies WHERE doc_id IN (SELECT doc_id FROM forgotten))
