CREATE OR REPLACE TEMP TABLE gone_terms AS
SELECT term, floor FROM store.telling_terms WHERE telling_no IN (SELECT telling_no FROM gone_tellings)
