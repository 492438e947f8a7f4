-- Texts are read by their places: they are packed 2,048 together, and a join would unpack them all.
WITH places AS MATERIALIZED (
    SELECT r.rowid AS place
    FROM store.heads h
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    WHERE h.doc_id IN (SELECT doc_id FROM wanted)
)
SELECT doc_id, text FROM store.revisions WHERE rowid IN (SELECT place FROM places)
