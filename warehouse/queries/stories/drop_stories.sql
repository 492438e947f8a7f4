-- Documents that are there no more have no story.
DELETE FROM store.stories
WHERE
    doc_id IN (SELECT doc_id FROM touched_documents)
    AND doc_id NOT IN (SELECT doc_id FROM copies WHERE doc_id IN (SELECT doc_id FROM touched_documents))
