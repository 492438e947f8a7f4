-- What holds each group of copies, how groups changed, what analysts decided, and by which policy one stands for all.

ALTER TABLE copies ADD COLUMN held_by UUID;
ALTER TABLE copies ADD COLUMN kind VARCHAR;
ALTER TABLE copies ADD COLUMN jaccard DOUBLE;
ALTER TABLE copies ADD COLUMN containment DOUBLE;
ALTER TABLE copies ADD COLUMN score DOUBLE;
COMMENT ON COLUMN copies.copy_id IS 'Id of the group, made from its earliest document; copy_history tells where it changed';
COMMENT ON COLUMN copies.held_by IS 'The document whose verified copy it is: the canonical one, or one that an analyst linked; NULL for the canonical one';
COMMENT ON COLUMN copies.kind IS 'How it is related to that document: exact, near or contains; linked where only an analyst says so';
COMMENT ON COLUMN copies.jaccard IS 'True Jaccard with that document; NULL where an analyst linked them';
COMMENT ON COLUMN copies.containment IS 'True containment with that document; NULL where an analyst linked them';
COMMENT ON COLUMN copies.score IS 'Strength of that relation by its own kind, 0 to 1; NULL where an analyst linked them';

CREATE TABLE copy_groups (
    copy_id UUID NOT NULL,
    canonical_doc_id UUID NOT NULL,
    size INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    weakest_doc_id UUID,
    weakest_kind VARCHAR,
    weakest_score DOUBLE,
    large BOOLEAN NOT NULL,
    bridge_doc_id UUID,
    bridge_holds INTEGER
);
COMMENT ON TABLE copy_groups IS 'One row per group of at least two copies: its weakest link, and the bridge of a large one';
COMMENT ON COLUMN copy_groups.copy_id IS 'Id of the group, as in copies';
COMMENT ON COLUMN copy_groups.canonical_doc_id IS 'The document that stands for it';
COMMENT ON COLUMN copy_groups.size IS 'Number of documents';
COMMENT ON COLUMN copy_groups.texts IS 'Number of different clean texts among them';
COMMENT ON COLUMN copy_groups.weakest_doc_id IS 'The member with the lowest score, of equal ones that with the lowest Jaccard; NULL where only analysts'' links hold the group';
COMMENT ON COLUMN copy_groups.weakest_kind IS 'How that member is related to the document that holds it';
COMMENT ON COLUMN copy_groups.weakest_score IS 'Its score, 0 to 1';
COMMENT ON COLUMN copy_groups.large IS 'True for a group of more than 30 different texts: worth a look at its bridge';
COMMENT ON COLUMN copy_groups.bridge_doc_id IS 'In a large group: the document that holds most of it together';
COMMENT ON COLUMN copy_groups.bridge_holds IS 'How many others would fall off the rest without that document''s text; 0 where all are copies of each other';

CREATE TABLE copy_history (
    copy_id UUID NOT NULL,
    event VARCHAR NOT NULL,
    became UUID NOT NULL,
    documents INTEGER NOT NULL,
    canonical_was UUID NOT NULL,
    canonical_doc_id UUID NOT NULL,
    run_id UUID NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE copy_history IS 'What became of groups, run by run; growth by new documents alone is no change';
COMMENT ON COLUMN copy_history.copy_id IS 'Id of the group before the run';
COMMENT ON COLUMN copy_history.event IS 'renamed (all of it has another id), joined (with another group), split (a part left) or canonical (another document stands for it)';
COMMENT ON COLUMN copy_history.became IS 'Id of the group that these documents are in after the run';
COMMENT ON COLUMN copy_history.documents IS 'Number of documents that this happened to';
COMMENT ON COLUMN copy_history.canonical_was IS 'The document that stood for them before the run';
COMMENT ON COLUMN copy_history.canonical_doc_id IS 'The document that stands for them after it';
COMMENT ON COLUMN copy_history.run_id IS 'The run';
COMMENT ON COLUMN copy_history.changed_at IS 'When it ended';

CREATE TABLE store.moves (doc_id UUID NOT NULL, copy_id UUID, canonical_doc_id UUID);
COMMENT ON TABLE store.moves IS 'Documents whose group has changed since the last completed run; empty in a published file';
COMMENT ON COLUMN store.moves.doc_id IS 'The document';
COMMENT ON COLUMN store.moves.copy_id IS 'Its group at that time; NULL for a new document';
COMMENT ON COLUMN store.moves.canonical_doc_id IS 'The document that stood for that group';

CREATE TABLE settings (name VARCHAR NOT NULL, value VARCHAR NOT NULL, set_at TIMESTAMPTZ NOT NULL, run_id UUID);
COMMENT ON TABLE settings IS 'What holds for every run on this warehouse';
COMMENT ON COLUMN settings.name IS 'canonical: which document stands for a group; grouping: number of the rules that formed the groups';
COMMENT ON COLUMN settings.value IS 'For canonical: earliest, longest, or prefer: and names of sites and collections in order';
COMMENT ON COLUMN settings.set_at IS 'When it was set';
COMMENT ON COLUMN settings.run_id IS 'The run that set it; NULL for what was there from the start';
INSERT INTO settings VALUES ('canonical', 'earliest', now(), NULL), ('grouping', '0', now(), NULL);

CREATE TABLE verdicts (
    doc_a UUID NOT NULL,
    doc_b UUID NOT NULL,
    verdict VARCHAR NOT NULL,
    note VARCHAR,
    decided_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE verdicts IS 'What analysts said of two documents; no run but theirs changes it';
COMMENT ON COLUMN verdicts.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN verdicts.doc_b IS 'The other document';
COMMENT ON COLUMN verdicts.verdict IS 'linked (always in one group) or unlinked (never in one group)';
COMMENT ON COLUMN verdicts.note IS 'Why, in the words of the analyst';
COMMENT ON COLUMN verdicts.decided_at IS 'When it was said';
COMMENT ON COLUMN verdicts.run_id IS 'The run that recorded it';

CREATE OR REPLACE VIEW relations AS
WITH found AS (
    SELECT
        least(a.doc_id, b.doc_id) AS doc_a, greatest(a.doc_id, b.doc_id) AS doc_b,
        p.kind, p.jaccard, p.containment, p.score, p.run_id
    FROM store.pairs p
    JOIN store.heads a ON a.content_no = p.content_a
    JOIN store.heads b ON b.content_no = p.content_b
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
LEFT JOIN store.pairs p
    ON p.content_a IN (a.content_no, b.content_no) AND p.content_b IN (a.content_no, b.content_no)
WHERE p.kind IS NULL AND (a.content_no = b.content_no) IS NOT TRUE;
COMMENT ON VIEW relations IS 'One row per pair of documents that are related, with true scores, or that an analyst spoke of';
COMMENT ON COLUMN relations.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN relations.doc_b IS 'The other document';
COMMENT ON COLUMN relations.kind IS 'exact, near, contains or story: the strongest that holds; linked or unlinked where only an analyst says so';
COMMENT ON COLUMN relations.jaccard IS 'True Jaccard of the sets of three-word shingles of the clean texts; NULL where only an analyst says so';
COMMENT ON COLUMN relations.containment IS 'True share of the smaller set of shingles that stands in the larger; NULL where only an analyst says so';
COMMENT ON COLUMN relations.score IS 'Strength of the relation by its own kind, 0 to 1; NULL where only an analyst says so';
COMMENT ON COLUMN relations.run_id IS 'The run that found it';
COMMENT ON COLUMN relations.verdict IS 'What an analyst said: linked or unlinked; NULL where nobody did';
COMMENT ON COLUMN relations.note IS 'Why, in the words of the analyst';
