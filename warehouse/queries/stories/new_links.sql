-- Those of one story come together, so that each of its texts is read once.
SELECT i.telling_a, i.telling_b, a.doc_id, b.doc_id
FROM incoming i
JOIN store.tellings a ON a.telling_no = i.telling_a
JOIN store.tellings b ON b.telling_no = i.telling_b
ANTI JOIN store.story_links l ON l.telling_a = i.telling_a AND l.telling_b = i.telling_b
ORDER BY i.story, i.telling_a, i.telling_b
