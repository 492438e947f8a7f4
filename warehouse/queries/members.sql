-- Two narrow look-ups, since one with OR would read every document there is. Versions are looked up by id alone,
-- since a join by two columns would do so too.
WITH touched AS MATERIALIZED (
    SELECT doc_id FROM store.heads WHERE content_no IN (SELECT content_no FROM connected)
    UNION
    SELECT doc_id FROM gathered
),
heads AS MATERIALIZED (
    SELECT doc_id, number, content_no, source, source_uri
    FROM store.heads
    WHERE doc_id IN (SELECT doc_id FROM touched)
),
versions AS MATERIALIZED (
    SELECT doc_id, number, published_at, characters, canonical_url, site
    FROM store.revisions
    WHERE doc_id IN (SELECT doc_id FROM touched)
)
SELECT
    h.doc_id, h.content_no, v.published_at, v.characters, coalesce(v.canonical_url, h.source || ':' || h.source_uri),
    v.site, h.source
FROM heads h
JOIN versions v ON v.doc_id = h.doc_id AND v.number = h.number
