-- All groups, after noting where each document was at the end of the last completed run.
INSERT INTO store.moves
SELECT doc_id, copy_id, canonical_doc_id FROM copies WHERE doc_id NOT IN (SELECT doc_id FROM store.moves);
DELETE FROM copies;
DELETE FROM copy_groups
