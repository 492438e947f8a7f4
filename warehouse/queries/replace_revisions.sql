UPDATE store.revisions r
SET
    version_hash = n.version_hash,
    media_type = n.media_type,
    url = n.url,
    canonical_url = n.canonical_url,
    site = n.site,
    title = n.title,
    byline = n.byline,
    published_at = n.published_at,
    published_from = n.published_from,
    modified_at = n.modified_at,
    language = n.language,
    text = n.text,
    characters = n.characters,
    extracted_text = n.extracted_text,
    word_count = n.word_count,
    content_hash = n.content_hash,
    extra = n.extra,
    raw = n.raw
FROM recleaned n
WHERE
    r.doc_id = n.doc_id AND r.number = n.number
    AND (r.doc_id, r.number) IN (SELECT (doc_id, number) FROM changed)
