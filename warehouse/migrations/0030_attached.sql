-- Views of another schema than `main` name it, or its tables are not found where this file is attached to another one.

CREATE OR REPLACE VIEW store.related AS
WITH held AS (
    SELECT
        h.doc_id, h.number, h.content_no,
        coalesce(t.near, d.near) AS near, coalesce(t.contains, d.contains) AS contains
    FROM store.heads h
    CROSS JOIN (SELECT near, contains FROM main.thresholds WHERE source IS NULL) d
    LEFT JOIN main.thresholds t ON t.source = h.source
),
judged AS (
    SELECT
        a.doc_id AS doc_a, b.doc_id AS doc_b, a.number AS number_a, b.number AS number_b,
        p.content_a, p.content_b, p.jaccard, p.containment, p.score, p.run_id,
        CASE
            WHEN p.kind NOT IN ('near', 'contains') THEN p.kind
            WHEN p.kind = 'near' AND p.jaccard >= greatest(a.near, b.near) THEN 'near'
            WHEN p.contained AND p.containment >= greatest(a.contains, b.contains) THEN 'contains'
        END AS kind
    FROM store.pairs p
    JOIN held a ON a.content_no = p.content_a
    JOIN held b ON b.content_no = p.content_b
)
SELECT
    doc_a, doc_b, number_a, number_b, content_a, content_b, kind, jaccard, containment,
    CASE kind WHEN 'near' THEN jaccard WHEN 'contains' THEN containment ELSE score END AS score, run_id
FROM judged
WHERE kind IS NOT NULL;
COMMENT ON VIEW store.related IS 'Documents with similar texts, as far as they count by the thresholds of their sources';
COMMENT ON COLUMN store.related.doc_a IS 'A document that holds content_a';
COMMENT ON COLUMN store.related.doc_b IS 'A document that holds content_b';
COMMENT ON COLUMN store.related.number_a IS 'Number of its current version';
COMMENT ON COLUMN store.related.number_b IS 'Number of its current version';
COMMENT ON COLUMN store.related.content_a IS 'One text';
COMMENT ON COLUMN store.related.content_b IS 'The other text';
COMMENT ON COLUMN store.related.kind IS 'The strongest kind that holds';
COMMENT ON COLUMN store.related.jaccard IS 'True Jaccard of the shingle sets';
COMMENT ON COLUMN store.related.containment IS 'True share of the smaller shingle set that stands in the larger';
COMMENT ON COLUMN store.related.score IS 'Strength of the relation by its kind';
COMMENT ON COLUMN store.related.run_id IS 'The run that found it';
