SELECT coalesce(h.source, r.source), coalesce(h.documents, 0), r.last_run
FROM (SELECT source, count(*) AS documents FROM store.heads GROUP BY source) h
FULL JOIN (
    SELECT source, max(started_at) AS last_run
    FROM runs
    WHERE status = 'completed'
    GROUP BY source
) r ON r.source = h.source
