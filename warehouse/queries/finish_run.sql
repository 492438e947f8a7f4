UPDATE runs
SET
    status = $status,
    finished_at = greatest($now::TIMESTAMPTZ, started_at),
    seconds = $seconds,
    near_duplicates = (
        SELECT count(*)
        FROM store.heads h
        JOIN copies c USING (doc_id)
        WHERE h.run_id = $run_id AND c.size > 1
    )
WHERE run_id = $run_id
