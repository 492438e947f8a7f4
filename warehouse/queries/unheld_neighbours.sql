SELECT content_b FROM store.pairs WHERE content_a IN (SELECT content_no FROM unheld)
EXCEPT
SELECT content_no FROM unheld
UNION
(
    SELECT content_a FROM store.pairs WHERE content_b IN (SELECT content_no FROM unheld)
    EXCEPT
    SELECT content_no FROM unheld
)
