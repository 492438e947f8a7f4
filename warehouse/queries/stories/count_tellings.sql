-- How many tellings there were before those of `touched_documents` were dropped and added, and how many there are.
SELECT
    count(*)
    - (SELECT count(*) FROM fresh_tellings)
    + (SELECT count(*) FROM gone_tellings),
    count(*)
FROM store.tellings
