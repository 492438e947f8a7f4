-- The best documents as the macro ranks them, of those that pass the filters. Nothing else is read of the others.
WITH best AS MATERIALIZED (
    SELECT s.doc_id, s.score, s.missing
    FROM store.ranked($query) s
    {filtered}
    ORDER BY s.score DESC, s.doc_id
    LIMIT $most
)
SELECT
    s.doc_id, s.score, s.missing, r.title, r.site, r.language, r.published_at, h.source, h.source_uri,
    r.canonical_url, c.canonical_doc_id, c.is_canonical, c.size AS copies, r.rowid AS place
FROM best s
JOIN store.heads h ON h.doc_id = s.doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
JOIN copies c ON c.doc_id = s.doc_id
ORDER BY s.score DESC, s.doc_id
