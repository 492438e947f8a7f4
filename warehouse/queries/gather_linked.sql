-- The documents that analysts linked as copies with those that are connected.
INSERT INTO gathered
WITH inside AS (
    SELECT doc_id FROM gathered
    UNION
    SELECT doc_id FROM store.heads WHERE content_no IN (SELECT content_no FROM connected)
)
SELECT doc_b FROM verdicts
WHERE verdict = 'linked' AND level = 'copy' AND doc_a IN (SELECT doc_id FROM inside) AND doc_b NOT IN (SELECT doc_id FROM gathered)
UNION
SELECT doc_a FROM verdicts
WHERE verdict = 'linked' AND level = 'copy' AND doc_b IN (SELECT doc_id FROM inside) AND doc_a NOT IN (SELECT doc_id FROM gathered)
