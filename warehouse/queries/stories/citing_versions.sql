-- All versions of some documents, with the outlets that their credit lines name.
SELECT
    r.doc_id, r.number, r.text, r.site,
    coalesce(list(n.name) FILTER (n.role = 'origin' AND n.name IS NOT NULL), [])
FROM store.revisions r
LEFT JOIN store.notices n ON n.doc_id = r.doc_id AND n.number = r.number
WHERE r.doc_id IN (SELECT doc_id FROM wanted)
GROUP BY ALL
