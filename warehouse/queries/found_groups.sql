SELECT
    c.copy_id, any_value(k.title), any_value(k.source_uri),
    any_value(c.why_canonical), any_value(c.size),
    coalesce(list_sort(list_distinct(list(d.site) FILTER (d.site IS NOT NULL))), []),
    list(d.source_uri ORDER BY NOT c.is_canonical, d.source_uri),
    any_value(g.texts), any_value(b.source_uri), any_value(g.bridge_holds)
FROM copies c
JOIN documents d ON d.doc_id = c.doc_id
JOIN documents k ON k.doc_id = c.canonical_doc_id
JOIN copy_groups g ON g.copy_id = c.copy_id
LEFT JOIN store.heads b ON b.doc_id = g.bridge_doc_id
WHERE c.size > 1
GROUP BY c.copy_id
HAVING $1 IS NULL OR bool_or(d.run_id = $1)
ORDER BY any_value(c.size) DESC, any_value(k.source_uri)
