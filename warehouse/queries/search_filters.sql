JOIN store.heads fh ON fh.doc_id = s.doc_id
JOIN store.revisions fr ON fr.doc_id = fh.doc_id AND fr.number = fh.number
WHERE
    (len($sites) = 0 OR list_contains($sites, lower(fr.site)))
    AND (len($languages) = 0 OR list_contains($languages, lower(fr.language)))
    AND ($since IS NULL OR fr.published_at >= $since)
    AND ($until IS NULL OR fr.published_at < $until)
