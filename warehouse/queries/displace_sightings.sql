UPDATE store.sightings s
SET latest = false
FROM incoming i
WHERE s.latest AND s.source = i.source AND s.source_uri = i.source_uri AND s.doc_id <> i.doc_id
