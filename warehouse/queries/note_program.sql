UPDATE store.sightings
SET program = $1
WHERE program <> $1 AND doc_id IN (SELECT doc_id FROM recleaned)
