UPDATE runs
SET
    seen = $seen,
    added = $added,
    updated = $updated,
    unchanged = $unchanged,
    rejected = $rejected,
    removals = $removals,
    near_duplicates = $duplicates
WHERE run_id = $run_id
