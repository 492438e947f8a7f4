SELECT coalesce(h.source, r.source), coalesce(h.documents, 0), r.last_run
FROM (SELECT source, count(*) AS documents FROM store.heads GROUP BY source) h
FULL JOIN (
    -- A start in the future was noted before a clock was put right; it must not keep a source waiting.
    SELECT source, max(started_at) FILTER (started_at <= now()) AS last_run
    FROM runs
    WHERE status = 'completed'
    GROUP BY source
) r ON r.source = h.source
