SELECT content_a, content_b, kind, jaccard, containment, contained
FROM store.pairs
WHERE content_a IN (SELECT content_no FROM connected) AND kind IN ('exact', 'near', 'contains')
