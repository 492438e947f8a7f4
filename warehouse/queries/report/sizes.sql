SELECT size, count(DISTINCT copy_id)
FROM reported
WHERE size > 1 AND within
GROUP BY size
ORDER BY size
