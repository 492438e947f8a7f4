INSERT INTO connected
SELECT DISTINCT content_no
FROM store.heads
WHERE
    doc_id IN (SELECT doc_id FROM gathered) AND content_no IS NOT NULL
    AND content_no NOT IN (SELECT content_no FROM connected)
