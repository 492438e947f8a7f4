-- How far ahead of the next outlet each outlet was where it published first; a dead heat has no first.
WITH openings AS (
    SELECT copy_id, outlet, min(published_at) AS began
    FROM reported
    WHERE size > 1 AND published_at IS NOT NULL
    GROUP BY copy_id, outlet
    HAVING bool_or(within)
), races AS (
    SELECT copy_id, outlet, began, row_number() OVER race AS place, lead(began) OVER race AS next_began
    FROM openings
    WINDOW race AS (PARTITION BY copy_id ORDER BY began, outlet)
)
SELECT outlet, count(*) AS times, median(date_diff('second', began, next_began)) / 3600 AS hours,
    max(date_diff('second', began, next_began)) / 3600 AS most
FROM races
WHERE place = 1 AND next_began > began
GROUP BY outlet
ORDER BY times DESC, outlet
