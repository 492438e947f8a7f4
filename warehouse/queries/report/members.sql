-- The first members of groups: those with a date in its order, then the others.
SELECT
    r.copy_id, r.doc_id, r.outlet, r.published_at, r.is_canonical, left(d.title, 200) AS title,
    left(d.source_uri, 200) AS source_uri, c.kind, c.jaccard, c.containment
FROM reported r
JOIN documents d USING (doc_id)
JOIN copies c USING (doc_id)
WHERE r.copy_id IN (SELECT unnest($groups))
QUALIFY row_number() OVER (PARTITION BY r.copy_id ORDER BY r.published_at NULLS LAST, r.doc_id) <= $most
ORDER BY r.copy_id, r.published_at NULLS LAST, r.doc_id
