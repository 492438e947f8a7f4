-- Where documents were at the end of the last completed run, noted when they leave it for the first time.
INSERT INTO store.story_moves
SELECT i.doc_id, s.story_id
FROM incoming i
LEFT JOIN store.stories s ON s.doc_id = i.doc_id
WHERE s.story_id IS DISTINCT FROM i.story_id AND i.doc_id NOT IN (SELECT doc_id FROM store.story_moves)
