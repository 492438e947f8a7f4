-- Versions that learned rules have not been carried out on, with the rule: an approved one that should cut
-- and does not (or for another reason than it gives now), or one that cuts and is not approved any more.
SELECT b.doc_id, b.number, d.rule
FROM store.blocks b
JOIN store.decisions d ON d.block = b.block AND d.state = 'approved'
WHERE NOT EXISTS (
    SELECT 1 FROM store.cuts c
    WHERE c.doc_id = b.doc_id AND c.number = b.number AND c.rule = d.rule AND c.reason = d.reason
)
UNION
SELECT c.doc_id, c.number, c.rule
FROM store.cuts c
WHERE c.kind = 'repeated' AND c.rule NOT IN (SELECT rule FROM store.decisions WHERE state = 'approved')
