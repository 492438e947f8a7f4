-- Documents that are in another group than at the end of the last completed run.
CREATE OR REPLACE TEMP TABLE wanted AS
SELECT m.doc_id
FROM store.moves m
JOIN copies c ON c.doc_id = m.doc_id
WHERE c.copy_id IS DISTINCT FROM m.copy_id
