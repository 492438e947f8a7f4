-- Whatever was touched, the story of the telling that stands for it now is looked at again, and those of what analysts
-- linked with it, which may have held it in their story until now.
INSERT INTO touched_tellings
WITH partners AS (
    SELECT doc_a AS doc_id FROM verdicts
    WHERE verdict = 'linked' AND doc_b IN (SELECT doc_id FROM touched_documents)
    UNION
    SELECT doc_b FROM verdicts
    WHERE verdict = 'linked' AND doc_a IN (SELECT doc_id FROM touched_documents)
)
SELECT t.telling_no, true
FROM store.tellings t
JOIN copies c ON c.canonical_doc_id = t.doc_id
WHERE c.doc_id IN (SELECT doc_id FROM touched_documents) OR c.doc_id IN (SELECT doc_id FROM partners)
