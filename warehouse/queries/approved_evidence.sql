-- Approved rules of which the evidence has changed since it was recorded.
SELECT d.rule, d.site, p.articles, p.days
FROM store.decisions d
JOIN store.repeats p ON p.block = d.block
WHERE d.state = 'approved' AND (p.articles <> d.articles OR p.days <> d.days)
