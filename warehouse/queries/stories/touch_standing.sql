-- Whatever was touched, the story of the telling that stands for it now is looked at again, and that of an
-- analyst's links.
INSERT INTO touched_tellings
SELECT t.telling_no
FROM store.tellings t
JOIN copies c ON c.canonical_doc_id = t.doc_id
WHERE c.doc_id IN (SELECT doc_id FROM touched_documents)
