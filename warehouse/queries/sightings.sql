SELECT doc_id, source, source_uri, version_hash
FROM store.sightings
WHERE doc_id IN (SELECT doc_id FROM wanted)
