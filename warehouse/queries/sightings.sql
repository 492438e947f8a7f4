SELECT doc_id, source, source_uri, number
FROM store.sightings
WHERE doc_id IN (SELECT doc_id FROM wanted)
