SELECT doc_id FROM copies
WHERE
    copy_id IN (SELECT copy_id FROM copies WHERE doc_id IN (SELECT doc_id FROM forgotten))
    AND doc_id NOT IN (SELECT doc_id FROM forgotten)
