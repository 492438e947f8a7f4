-- What was set aside with the bytes of a forgotten document, at one of its places, or as the file around it.
DELETE FROM store.rejects
WHERE
    content_hash IN (
        SELECT raw_hash FROM store.revisions WHERE doc_id IN (SELECT doc_id FROM forgotten)
        UNION
        SELECT raw_hash FROM store.sightings WHERE doc_id IN (SELECT doc_id FROM forgotten)
    )
    OR reject_id IN (
        SELECT r.reject_id
        FROM store.rejects r
        JOIN store.sightings s ON s.source = r.source
        WHERE
            s.doc_id IN (SELECT doc_id FROM forgotten)
            AND (
                s.source_uri = r.source_uri
                OR starts_with(s.source_uri, r.source_uri || '#')
                OR starts_with(s.source_uri, r.source_uri || '!')
            )
    )
