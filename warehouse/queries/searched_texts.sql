-- What search looks through of the wanted documents: the headline, then the clean text. Read by their places: texts
-- are packed 2,048 together, and a join would unpack them all.
WITH places AS MATERIALIZED (
    SELECT r.rowid AS place, h.updated_at
    FROM store.heads h
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    WHERE h.doc_id IN (SELECT doc_id FROM wanted)
),
versions AS MATERIALIZED (
    SELECT rowid AS place, doc_id, language, concat_ws(chr(10), title, text) AS words
    FROM store.revisions
    WHERE rowid IN (SELECT place FROM places)
)
SELECT v.doc_id, p.updated_at, v.language, v.words
FROM versions v
JOIN places p ON p.place = v.place
ORDER BY v.place
