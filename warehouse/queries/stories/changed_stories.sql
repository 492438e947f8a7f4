CREATE OR REPLACE TEMP TABLE changed_stories AS
SELECT i.doc_id, i.story_id, i.lead_doc_id
FROM incoming i
LEFT JOIN store.stories s ON s.doc_id = i.doc_id
WHERE s.story_id IS DISTINCT FROM i.story_id OR s.lead_doc_id IS DISTINCT FROM i.lead_doc_id
