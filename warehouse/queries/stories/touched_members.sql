-- The documents of touched tellings, copies among them.
SELECT
    t.telling_no, c.is_canonical, r.title IS NOT NULL AND trim(r.title) <> '' AS titled,
    h.doc_id, h.content_no, r.published_at, r.characters, coalesce(r.canonical_url, h.source || ':' || h.source_uri),
    r.site, h.source
FROM store.tellings t
JOIN copies c ON c.canonical_doc_id = t.doc_id
JOIN store.heads h ON h.doc_id = c.doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE t.telling_no IN (SELECT telling_no FROM touched_tellings)
