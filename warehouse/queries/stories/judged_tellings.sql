-- Touched tellings of documents that analysts judged.
SELECT c.doc_id, t.telling_no
FROM copies c
JOIN store.tellings t ON t.doc_id = c.canonical_doc_id
WHERE
    c.doc_id IN (SELECT doc_a FROM verdicts UNION SELECT doc_b FROM verdicts)
    AND t.telling_no IN (SELECT telling_no FROM touched_tellings)
