WITH known AS (
    SELECT i.place, t.reason, t.forgotten_at
    FROM incoming i
    JOIN tombstones t ON t.doc_id = i.doc_id
    UNION ALL
    SELECT i.place, t.reason, t.forgotten_at
    FROM incoming i
    JOIN (SELECT unnest(raw_hashes) AS raw_hash, reason, forgotten_at FROM tombstones) t ON t.raw_hash = i.raw_hash
)
SELECT place, arg_min(reason, (forgotten_at, reason)), min(forgotten_at)
FROM known
GROUP BY place
