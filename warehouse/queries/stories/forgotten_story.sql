-- All documents of the stories that forgotten ones are in.
SELECT doc_id FROM store.stories
WHERE story_id IN (SELECT story_id FROM store.stories WHERE doc_id IN (SELECT doc_id FROM forgotten))
