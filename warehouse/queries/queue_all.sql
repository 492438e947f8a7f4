DELETE FROM store.waiting;
INSERT INTO store.waiting SELECT doc_id FROM store.heads
