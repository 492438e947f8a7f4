-- What extraction left out of a page, and which bytes stand for a version.

ALTER TABLE store.revisions ADD COLUMN raw_hash VARCHAR;
COMMENT ON TABLE store.revisions IS 'Every version of every document that was ever seen';
COMMENT ON COLUMN store.revisions.raw_hash IS 'SHA-256 of the raw bytes; of all bytes that gave this version, those with the smallest are kept';

ALTER TABLE store.notices ALTER COLUMN start DROP NOT NULL;
ALTER TABLE store.notices ALTER COLUMN "stop" DROP NOT NULL;
COMMENT ON COLUMN store.notices.start IS 'First character in the extracted text, from 0; NULL where extraction left out what says so';
COMMENT ON COLUMN notices.start IS 'First character in extracted_text, from 0; NULL where extraction left out what says so';
COMMENT ON COLUMN notices."stop" IS 'Character after the last one; NULL as start';

COMMENT ON COLUMN documents.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text; NULL without one';
COMMENT ON COLUMN articles.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text; NULL without one';

CREATE TABLE store.left_out (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    piece INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE store.left_out IS 'What extraction left out of the page of each version of each document';
COMMENT ON COLUMN store.left_out.doc_id IS 'The document';
COMMENT ON COLUMN store.left_out.number IS 'Number of the version';
COMMENT ON COLUMN store.left_out.piece IS 'Number of the piece, from 1, in the order of the page';
COMMENT ON COLUMN store.left_out.kind IS 'Kind of boilerplate';
COMMENT ON COLUMN store.left_out.rule IS 'What spoke against it';
COMMENT ON COLUMN store.left_out.reason IS 'Why it was left out, in a sentence';
COMMENT ON COLUMN store.left_out.text IS 'The beginning of what was left out, at most 1,000 characters';

CREATE VIEW left_out AS
SELECT l.doc_id, l.piece, l.kind, l.rule, l.reason, l.text
FROM store.left_out l
JOIN store.heads h ON h.doc_id = l.doc_id AND h.number = l.number;
COMMENT ON VIEW left_out IS 'What extraction left out of web pages, piece by piece; the whole page is kept as raw bytes';
COMMENT ON COLUMN left_out.doc_id IS 'The document';
COMMENT ON COLUMN left_out.piece IS 'Number of the piece, from 1, in the order of the page; at most 200 are kept';
COMMENT ON COLUMN left_out.kind IS 'Kind of boilerplate, as in removals';
COMMENT ON COLUMN left_out.rule IS 'What spoke against it: the element or name it stands in, its links, or its shape and place';
COMMENT ON COLUMN left_out.reason IS 'Why it was left out, in a sentence';
COMMENT ON COLUMN left_out.text IS 'The beginning of the piece, at most 1,000 characters';
