-- The version's hash stands for all fields that cleaning has no part in.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT n.doc_id, n.number
FROM recleaned n
JOIN store.revisions r ON r.doc_id = n.doc_id AND r.number = n.number
WHERE
    r.version_hash <> n.version_hash
    OR r.content_hash <> n.content_hash
    OR r.title IS DISTINCT FROM n.title
    OR r.language IS DISTINCT FROM n.language
