CREATE OR REPLACE TEMP TABLE gone_keys AS
SELECT key FROM store.story_keys WHERE telling_no IN (SELECT telling_no FROM gone_tellings)
