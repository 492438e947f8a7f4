-- Places go on naming the versions that stand there.
UPDATE store.sightings s
SET version_hash = n.version_hash
FROM recleaned n
JOIN store.revisions r ON r.doc_id = n.doc_id AND r.number = n.number
WHERE s.doc_id = r.doc_id AND s.version_hash = r.version_hash AND r.version_hash <> n.version_hash
