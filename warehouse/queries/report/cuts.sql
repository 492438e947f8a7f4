SELECT r.outlet, c.kind, count(*) AS cuts
FROM removals c
JOIN reported r USING (doc_id)
WHERE r.within
GROUP BY ALL
ORDER BY cuts DESC, r.outlet, c.kind
