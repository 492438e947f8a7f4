-- What was taken down and must not come back, and whether the files still hold deleted bytes.

CREATE TABLE tombstones (
    doc_id UUID NOT NULL,
    reason VARCHAR NOT NULL,
    forgotten_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL,
    raw_hashes VARCHAR[] NOT NULL
);
COMMENT ON TABLE tombstones IS 'Documents that were forgotten: nothing of them is kept, and they are refused when they come again';
COMMENT ON COLUMN tombstones.doc_id IS 'Id that the document had, and would have again';
COMMENT ON COLUMN tombstones.reason IS 'Why, in the words of who did it';
COMMENT ON COLUMN tombstones.forgotten_at IS 'When';
COMMENT ON COLUMN tombstones.run_id IS 'The run that did it';
COMMENT ON COLUMN tombstones.raw_hashes IS 'SHA-256 of its bytes, refused at any other place too; without those that another document still has';

INSERT INTO settings VALUES ('rewrite', '', now(), NULL);
