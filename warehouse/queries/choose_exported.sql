-- The documents to export, numbered in the order in which they are written: by month, by time, by id.
CREATE OR REPLACE TEMP TABLE chosen AS
SELECT
    d.doc_id,
    coalesce(strftime(d.published_at, '%Y-%m'), 'unknown') AS month,
    row_number() OVER (
        ORDER BY coalesce(strftime(d.published_at, '%Y-%m'), 'unknown'), d.published_at, d.doc_id
    ) AS place
FROM documents d
JOIN copies c ON c.doc_id = d.doc_id
WHERE d.doc_id IN ({chosen}) AND (c.is_canonical OR NOT {only_canonical})
