CREATE OR REPLACE TEMP TABLE term_changes AS
WITH changes AS (
    SELECT term, sum(change)::INTEGER AS change, min(floor) AS floor
    FROM (
        SELECT term, floor, 1 AS change FROM fresh_terms
        UNION ALL
        SELECT term, floor, -1 FROM gone_terms
    )
    GROUP BY term
    HAVING sum(change) <> 0
)
SELECT c.term, c.floor, coalesce(h.tellings, 0) AS before, coalesce(h.tellings, 0) + c.change AS after
FROM changes c
LEFT JOIN store.term_holders h ON h.term = c.term
