SELECT
    d.doc_id::VARCHAR AS doc_id, d.source_uri, d.source, d.media_type, d.url, d.canonical_url, d.site, d.title, d.byline,
    d.published_at, d.published_from, d.modified_at, d.language, d.text, d.extracted_text, d.word_count,
    d.content_hash, d.revision, d.extra::VARCHAR AS extra, d.licence, c.copy_id::VARCHAR AS copy_id,
    c.canonical_doc_id::VARCHAR AS canonical_doc_id, c.is_canonical, c.size AS copies, s.story_id::VARCHAR AS story_id
FROM chosen x
JOIN documents d ON d.doc_id = x.doc_id
JOIN copies c ON c.doc_id = x.doc_id
JOIN stories s ON s.doc_id = x.doc_id
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place
