DELETE FROM store.story_queue WHERE doc_id IN (SELECT doc_id FROM touched_documents)
