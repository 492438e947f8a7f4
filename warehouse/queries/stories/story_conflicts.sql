SELECT c.kind, c.what, c.doc_a, c.doc_b, c.text_a, c.start_a, c.stop_a, c.text_b, c.start_b, c.stop_b
FROM conflicts c
WHERE c.story_id = $1
ORDER BY c.kind, c.what, c.doc_a, c.doc_b, c.start_a, c.start_b
