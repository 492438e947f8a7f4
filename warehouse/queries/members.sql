-- Two narrow look-ups, since one with OR would read every document there is.
WITH touched AS (
    SELECT doc_id FROM store.heads WHERE content_no IN (SELECT content_no FROM connected)
    UNION
    SELECT doc_id FROM gathered
)
SELECT
    h.doc_id, h.content_no, r.published_at, length(r.text), coalesce(r.canonical_url, h.source || ':' || h.source_uri),
    r.site, h.source
FROM touched t
JOIN store.heads h ON h.doc_id = t.doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
