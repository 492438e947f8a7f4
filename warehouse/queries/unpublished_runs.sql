-- Runs that the published file lacks, or has in an earlier state.
COPY (
    SELECT * FROM working.runs EXCEPT SELECT * FROM published.runs
) TO {path} (FORMAT parquet)
