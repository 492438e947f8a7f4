DELETE FROM store.stories WHERE doc_id IN (SELECT doc_id FROM changed_stories)
