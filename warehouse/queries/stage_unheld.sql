CREATE OR REPLACE TEMP TABLE unheld AS
WITH held AS MATERIALIZED (
    SELECT content_no FROM store.heads WHERE content_no IN (SELECT content_no FROM wanted)
)
SELECT content_no FROM wanted WHERE content_no NOT IN (SELECT content_no FROM held)
