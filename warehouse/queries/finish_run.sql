UPDATE runs
SET
    status = $status,
    finished_at = $now,
    seconds = epoch($now::TIMESTAMPTZ) - epoch(started_at),
    near_duplicates = (
        SELECT count(*)
        FROM store.heads h
        JOIN copies c USING (doc_id)
        WHERE h.run_id = $run_id AND c.size > 1
    )
WHERE run_id = $run_id
