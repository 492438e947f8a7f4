DELETE FROM store.sightings s
USING incoming i
WHERE s.doc_id = i.doc_id AND s.source = i.source AND s.source_uri = i.source_uri
