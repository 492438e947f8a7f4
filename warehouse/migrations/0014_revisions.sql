-- What changed from version to version.

CREATE TABLE store.changes (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER,
    changed VARCHAR[] NOT NULL,
    before JSON,
    words_added INTEGER,
    words_removed INTEGER,
    diff VARCHAR
);
COMMENT ON TABLE store.changes IS 'What each version changed, for documents with more than one';
COMMENT ON COLUMN store.changes.doc_id IS 'The document';
COMMENT ON COLUMN store.changes.number IS 'Number of the version in store.revisions, in the order of arrival';
COMMENT ON COLUMN store.changes.revision IS 'Its number in the order in which versions are told, from 1';
COMMENT ON COLUMN store.changes.previous IS 'Number of the version that is told before it; NULL for the first';
COMMENT ON COLUMN store.changes.changed IS 'Names of the columns that differ from that version';
COMMENT ON COLUMN store.changes.before IS 'What these columns held there, but for the texts';
COMMENT ON COLUMN store.changes.words_added IS 'Words of the clean text that came';
COMMENT ON COLUMN store.changes.words_removed IS 'Words of the clean text that went';
COMMENT ON COLUMN store.changes.diff IS 'The changes of the clean text with a few words around them';

CREATE VIEW revisions AS
SELECT
    r.doc_id, coalesce(c.revision, 1) AS revision, r.number = h.number AS is_current, r.seen_at, r.run_id,
    coalesce(c.changed, []) AS changed, c.before, c.words_added, c.words_removed, c.diff,
    r.title, r.published_at, r.modified_at, r.text, coalesce(r.extracted_text, r.text) AS extracted_text,
    r.content_hash
FROM store.revisions r
JOIN store.heads h ON h.doc_id = r.doc_id
LEFT JOIN store.changes c ON c.doc_id = r.doc_id AND c.number = r.number;
COMMENT ON VIEW revisions IS 'Every version of every document, and what it changed; the last one is what documents shows';
COMMENT ON COLUMN revisions.doc_id IS 'The document';
COMMENT ON COLUMN revisions.revision IS 'Number of the version, from 1: first those that stand nowhere any more, as they were seen, then those that do, by their own dates';
COMMENT ON COLUMN revisions.is_current IS 'True for the version that documents shows: the last one';
COMMENT ON COLUMN revisions.seen_at IS 'When this version was first seen';
COMMENT ON COLUMN revisions.run_id IS 'The run that brought it';
COMMENT ON COLUMN revisions.changed IS 'Names of the columns of documents that differ from the revision before; empty for the first';
COMMENT ON COLUMN revisions.before IS 'What these columns held in the revision before, but for the texts, as JSON; NULL for the first';
COMMENT ON COLUMN revisions.words_added IS 'Words of the clean text that the revision before did not have; NULL for the first';
COMMENT ON COLUMN revisions.words_removed IS 'Words of the clean text of the revision before that went; NULL for the first';
COMMENT ON COLUMN revisions.diff IS 'What changed in the clean text, a line per place: words before [-what went-]{+what came+} words after; NULL for the first';
COMMENT ON COLUMN revisions.title IS 'Headline of this version';
COMMENT ON COLUMN revisions.published_at IS 'Time of publication that it states';
COMMENT ON COLUMN revisions.modified_at IS 'Time of the last change that it states';
COMMENT ON COLUMN revisions.text IS 'Its clean text';
COMMENT ON COLUMN revisions.extracted_text IS 'Its text before cleaning';
COMMENT ON COLUMN revisions.content_hash IS 'SHA-256 of its clean text in hex';

INSERT INTO settings VALUES ('revisions', '0', now(), NULL);
COMMENT ON COLUMN settings.name IS 'canonical: which document stands for a group; grouping, revisions: number of the rules that formed the groups and told the revisions';
