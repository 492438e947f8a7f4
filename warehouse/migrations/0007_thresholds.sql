-- From which scores on texts are copies, for all sources and for single ones. Pairs are kept from a floor on, and
-- the thresholds of their documents decide which of them count.

CREATE TABLE thresholds (source VARCHAR, near DOUBLE, contains DOUBLE, set_at TIMESTAMPTZ NOT NULL, run_id UUID);
COMMENT ON TABLE thresholds IS 'From which scores on two documents are copies; of two sources the higher threshold holds';
COMMENT ON COLUMN thresholds.source IS 'The collection that has thresholds of its own; NULL for what else holds';
COMMENT ON COLUMN thresholds.near IS 'Jaccard from which a pair is near; NULL in a collection that leaves it as it is';
COMMENT ON COLUMN thresholds.contains IS 'Containment from which a pair is contains; NULL in a collection that leaves it as it is';
COMMENT ON COLUMN thresholds.set_at IS 'When they were set';
COMMENT ON COLUMN thresholds.run_id IS 'The run that set them; NULL for what was there from the start';
INSERT INTO thresholds VALUES (NULL, 0.7, 0.7, now(), NULL);

INSERT INTO settings VALUES ('matching', '0', now(), NULL);
COMMENT ON COLUMN settings.name IS 'canonical: which document stands for a group; grouping and matching: numbers of the rules that formed groups and found pairs';

ALTER TABLE store.pairs ADD COLUMN contained BOOLEAN;
UPDATE store.pairs SET contained = (
    kind <> 'near'
    OR (SELECT min(c.tokens) FROM store.contents c WHERE c.content_no IN (content_a, content_b)) >= 25
);
COMMENT ON TABLE store.pairs IS 'Similar texts, each pair once, the one with the smaller content hash as a; which of them count, thresholds say';
COMMENT ON COLUMN store.pairs.kind IS 'exact, near or contains: what they are by the lowest thresholds that can be set';
COMMENT ON COLUMN store.pairs.contained IS 'True where all but the containment speaks for contains';
COMMENT ON COLUMN store.pairs.score IS 'Strength of the relation by that kind';

CREATE VIEW store.related AS
WITH held AS (
    SELECT
        h.doc_id, h.number, h.content_no,
        coalesce(t.near, d.near) AS near, coalesce(t.contains, d.contains) AS contains
    FROM store.heads h
    CROSS JOIN (SELECT near, contains FROM thresholds WHERE source IS NULL) d
    LEFT JOIN thresholds t ON t.source = h.source
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

CREATE OR REPLACE VIEW relations AS
WITH found AS (
    SELECT
        least(r.doc_a, r.doc_b) AS doc_a, greatest(r.doc_a, r.doc_b) AS doc_b,
        r.kind, r.jaccard, r.containment, r.score, r.run_id
    FROM store.related r
    UNION ALL
    SELECT
        a.doc_id, b.doc_id, 'exact', 1.0, 1.0, 1.0,
        CASE WHEN a.updated_at > b.updated_at THEN a.run_id ELSE b.run_id END
    FROM store.heads a
    JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id
)
SELECT f.doc_a, f.doc_b, f.kind, f.jaccard, f.containment, f.score, f.run_id, v.verdict, v.note
FROM found f
LEFT JOIN verdicts v ON v.doc_a = f.doc_a AND v.doc_b = f.doc_b
UNION ALL
SELECT v.doc_a, v.doc_b, v.verdict, NULL, NULL, NULL, v.run_id, v.verdict, v.note
FROM verdicts v
JOIN store.heads a ON a.doc_id = v.doc_a
JOIN store.heads b ON b.doc_id = v.doc_b
LEFT JOIN found f ON f.doc_a = v.doc_a AND f.doc_b = v.doc_b
WHERE f.kind IS NULL;
COMMENT ON VIEW relations IS 'One row per pair of documents that are related, with true scores, or that an analyst spoke of; thresholds says from which scores on';
COMMENT ON COLUMN relations.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN relations.doc_b IS 'The other document';
COMMENT ON COLUMN relations.kind IS 'exact, near, contains or story: the strongest that holds; linked or unlinked where only an analyst says so';
COMMENT ON COLUMN relations.jaccard IS 'True Jaccard of the sets of three-word shingles of the clean texts; NULL where only an analyst says so';
COMMENT ON COLUMN relations.containment IS 'True share of the smaller set of shingles that stands in the larger; NULL where only an analyst says so';
COMMENT ON COLUMN relations.score IS 'Strength of the relation by its own kind, 0 to 1; NULL where only an analyst says so';
COMMENT ON COLUMN relations.run_id IS 'The run that found it';
COMMENT ON COLUMN relations.verdict IS 'What an analyst said: linked or unlinked; NULL where nobody did';
COMMENT ON COLUMN relations.note IS 'Why, in the words of the analyst';

CREATE OR REPLACE VIEW evidence AS
WITH spans AS (
    SELECT
        least(r.doc_a, r.doc_b) AS doc_a, greatest(r.doc_a, r.doc_b) AS doc_b,
        CASE WHEN r.doc_a < r.doc_b THEN r.number_a ELSE r.number_b END AS number_a,
        CASE WHEN r.doc_a < r.doc_b THEN p.start_a ELSE p.start_b END AS start_a,
        CASE WHEN r.doc_a < r.doc_b THEN p.stop_a ELSE p.stop_b END AS stop_a,
        CASE WHEN r.doc_a < r.doc_b THEN p.start_b ELSE p.start_a END AS start_b,
        CASE WHEN r.doc_a < r.doc_b THEN p.stop_b ELSE p.stop_a END AS stop_b
    FROM store.passages p
    JOIN store.related r ON r.content_a = p.content_a AND r.content_b = p.content_b
    UNION ALL
    SELECT a.doc_id, b.doc_id, a.number, 0, length(r.text), 0, length(r.text)
    FROM store.heads a
    JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id
    JOIN store.revisions r ON r.doc_id = a.doc_id AND r.number = a.number
)
SELECT
    s.doc_a, s.doc_b, 'passage' AS kind,
    substring(r.text, s.start_a + 1, s.stop_a - s.start_a) AS text,
    s.start_a, s.stop_a, s.start_b, s.stop_b
FROM spans s
JOIN store.revisions r ON r.doc_id = s.doc_a AND r.number = s.number_a;
COMMENT ON VIEW evidence IS 'Why two documents are related: what they share, and where';
COMMENT ON COLUMN evidence.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN evidence.doc_b IS 'The other document';
COMMENT ON COLUMN evidence.kind IS 'passage: a run of at least eight equal words, or a whole text that both hold';
COMMENT ON COLUMN evidence.text IS 'The words as they stand in doc_a';
COMMENT ON COLUMN evidence.start_a IS 'First character in the clean text of doc_a, from 0';
COMMENT ON COLUMN evidence.stop_a IS 'Character after the last one in doc_a';
COMMENT ON COLUMN evidence.start_b IS 'First character in the clean text of doc_b, from 0';
COMMENT ON COLUMN evidence.stop_b IS 'Character after the last one in doc_b';
