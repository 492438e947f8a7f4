SELECT published_at::DATE AS day, count(*), count(*) FILTER (NOT is_canonical)
FROM reported
WHERE within
GROUP BY day
ORDER BY day NULLS FIRST
