SELECT r.kind, r.rule, count(*), count(DISTINCT r.doc_id), min_by(r.text, (length(r.text), r.text))
FROM removals r
JOIN documents d USING (doc_id)
WHERE $1 IS NULL OR d.run_id = $1
GROUP BY r.kind, r.rule
ORDER BY count(*) DESC, r.kind, r.rule
