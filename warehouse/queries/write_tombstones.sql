-- Bytes that another document has as well are no reason to refuse anything.
INSERT INTO tombstones
WITH bytes AS (
    SELECT doc_id, raw_hash FROM store.revisions WHERE doc_id IN (SELECT doc_id FROM {wanted})
    UNION
    SELECT doc_id, raw_hash FROM store.sightings WHERE doc_id IN (SELECT doc_id FROM {wanted})
),
elsewhere AS (
    SELECT raw_hash FROM store.sightings
    WHERE raw_hash IN (SELECT raw_hash FROM bytes) AND doc_id NOT IN (SELECT doc_id FROM {wanted})
)
SELECT
    w.doc_id, $1, $2, $3,
    coalesce(list(b.raw_hash ORDER BY b.raw_hash) FILTER (b.raw_hash IS NOT NULL), [])
FROM {wanted} w
LEFT JOIN bytes b ON b.doc_id = w.doc_id AND b.raw_hash NOT IN (SELECT raw_hash FROM elsewhere)
GROUP BY w.doc_id
ORDER BY w.doc_id
