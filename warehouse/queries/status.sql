SELECT
    (SELECT count(*) FROM documents),
    (SELECT count(*) FROM copies WHERE is_canonical),
    (SELECT count(*) FROM removals),
    (SELECT count(*) FROM relations)
