SELECT
    h.doc_id, h.content_no, r.published_at, length(r.text), coalesce(r.canonical_url, h.source || ':' || h.source_uri),
    r.site, h.source
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE h.content_no IN (SELECT content_no FROM connected) OR h.doc_id IN (SELECT doc_id FROM gathered)
