-- The best documents as the macro ranks them, of those that pass the filters.
SELECT s.*
FROM search($query) s
WHERE
    (len($sites) = 0 OR list_contains($sites, s.site))
    AND (len($languages) = 0 OR list_contains($languages, s.language))
    AND ($since IS NULL OR s.published_at >= $since)
    AND ($until IS NULL OR s.published_at < $until)
ORDER BY s.score DESC, s.doc_id
LIMIT $most
