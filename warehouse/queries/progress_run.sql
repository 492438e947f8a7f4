UPDATE runs
SET
    seen = $seen,
    added = $added,
    updated = $updated,
    unchanged = $unchanged,
    rejected = $rejected,
    removals = $removals
WHERE run_id = $run_id
