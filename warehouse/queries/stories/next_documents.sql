-- The documents around which stories are brought up to date in one step.
CREATE OR REPLACE TEMP TABLE touched_documents AS
SELECT doc_id, bool_or(moved) AS moved
FROM store.story_queue
GROUP BY doc_id
ORDER BY doc_id
LIMIT $1
