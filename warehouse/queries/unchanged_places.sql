SELECT s.source, s.source_uri
FROM store.sightings s
JOIN wanted w USING (source, source_uri, raw_hash)
WHERE s.latest AND s.program = ?
