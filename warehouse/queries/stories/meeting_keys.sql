-- Of some keys those that few tellings hold.
SELECT key FROM store.story_keys WHERE key IN (SELECT key FROM wanted) GROUP BY key HAVING count(*) <= $1
