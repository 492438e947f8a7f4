s.doc_id IN (
    SELECT d.doc_id
    FROM documents d
    WHERE
        (len($sites) = 0 OR list_contains($sites, d.site))
        AND (len($languages) = 0 OR list_contains($languages, d.language))
        AND ($since IS NULL OR d.published_at >= $since)
        AND ($until IS NULL OR d.published_at < $until)
)
