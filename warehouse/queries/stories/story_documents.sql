SELECT
    d.doc_id, d.source_uri, d.site, d.source, d.title, d.published_at, d.language, d.word_count,
    c.canonical_doc_id, c.is_canonical
FROM store.stories s
JOIN documents d ON d.doc_id = s.doc_id
JOIN copies c ON c.doc_id = d.doc_id
WHERE s.story_id = $1
ORDER BY d.published_at NULLS LAST, NOT c.is_canonical, d.source_uri, d.doc_id
