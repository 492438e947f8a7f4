CREATE OR REPLACE TEMP TABLE unheld AS
SELECT w.content_no
FROM wanted w
WHERE w.content_no NOT IN (SELECT content_no FROM store.heads WHERE content_no IS NOT NULL)
