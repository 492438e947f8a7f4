SELECT doc_id, number, content_hash, text, published_at, canonical_url, site
FROM store.revisions
WHERE doc_id IN (SELECT doc_id FROM wanted)
