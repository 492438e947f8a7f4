-- Rules that cut for the first time in this run, or in unfinished ones since the last that was completed.
-- Without a run: none.
SELECT f.rule
FROM store.first_cuts f
JOIN runs first ON first.run_id = f.run_id
JOIN runs mine ON mine.run_id = $1
WHERE
    first.started_at <= mine.started_at
    AND first.started_at > coalesce(
        (
            SELECT max(started_at) FROM runs
            WHERE status = 'completed' AND started_at < mine.started_at
        ),
        '-infinity'::TIMESTAMPTZ
    )
ORDER BY f.rule
