DELETE FROM {table}
WHERE
    doc_id IN (SELECT doc_id FROM incoming)
    AND (doc_id, number) IN (SELECT (doc_id, number) FROM incoming)
