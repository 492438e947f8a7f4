-- The addresses at which forgotten documents stood.
DELETE FROM store.visits v
USING store.sightings s
WHERE s.source = v.source AND s.source_uri = v.uri AND s.doc_id IN (SELECT doc_id FROM forgotten)
