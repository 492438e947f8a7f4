-- Of each group the outlet that published first, and every other outlet in it as often as it has it.
WITH origins AS (
    SELECT copy_id, arg_min(outlet, (published_at, doc_id)) FILTER (published_at IS NOT NULL) AS first
    FROM reported
    WHERE size > 1
    GROUP BY copy_id
)
SELECT o.first, r.outlet, count(*) AS documents
FROM reported r
JOIN origins o USING (copy_id)
WHERE r.within AND r.outlet <> o.first
GROUP BY ALL
ORDER BY documents DESC, o.first, r.outlet
