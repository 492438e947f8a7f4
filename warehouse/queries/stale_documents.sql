SELECT doc_id FROM pending
UNION
SELECT doc_id FROM store.sightings WHERE program <> ?
ORDER BY doc_id
