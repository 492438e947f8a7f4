-- The columns of a table are compared with those of `parts`, in both directions. Documents come with all their versions.
INSERT INTO changed
WITH stored AS (
    SELECT {columns} FROM {table} WHERE doc_id IN (SELECT doc_id FROM recleaned)
)
SELECT doc_id, number
FROM (
    (SELECT {columns} FROM stored EXCEPT ALL SELECT {columns} FROM parts)
    UNION ALL
    (SELECT {columns} FROM parts EXCEPT ALL SELECT {columns} FROM stored)
)
WHERE (doc_id, number) NOT IN (SELECT (doc_id, number) FROM changed)
GROUP BY ALL
