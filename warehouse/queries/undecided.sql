-- Those of the named rules that are not in this state yet. Where the evidence is gone, that of the last decision counts.
SELECT
    r.rule, r.site, r.text,
    coalesce(nullif(r.articles, 0), d.articles),
    CASE WHEN r.articles > 0 THEN r.days ELSE d.days END
FROM rules r
LEFT JOIN store.decisions d ON d.rule = r.rule
WHERE list_contains($1, r.rule) AND r.kind = 'repeated' AND r.state <> $2
