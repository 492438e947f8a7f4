-- What the report looks at: every document with its outlet and group, and whether it is recent enough ($since).
CREATE OR REPLACE TEMP TABLE reported AS
SELECT
    d.doc_id, coalesce(d.site, d.source) AS outlet, d.published_at, c.copy_id, c.size, c.is_canonical,
    $since IS NULL OR coalesce(d.published_at, d.first_seen_at) >= $since AS within
FROM documents d
JOIN copies c USING (doc_id)
