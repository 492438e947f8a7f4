SELECT error_code, count(*)
FROM rejects
WHERE replayed_at IS NULL
GROUP BY error_code
ORDER BY error_code
