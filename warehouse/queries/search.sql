-- The best documents as the macro `search` ranks them, of those that fit.
WITH best AS (
    SELECT s.doc_id, s.score, s.missing
    FROM store.ranked($query) s
    WHERE {fits}
    ORDER BY s.score DESC, s.doc_id
    LIMIT $most
)
SELECT
    b.doc_id, b.score, b.missing, d.title, d.site, d.language, d.published_at, d.source, d.source_uri,
    d.canonical_url, c.canonical_doc_id, c.is_canonical, c.size AS copies, d.text
FROM best b
JOIN documents d ON d.doc_id = b.doc_id
JOIN copies c ON c.doc_id = b.doc_id
ORDER BY b.score DESC, b.doc_id
