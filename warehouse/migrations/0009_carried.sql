-- What the carrier of an article says of it: a feed, a mail, an archive of the web, a server, the configuration.

ALTER TABLE store.revisions ADD COLUMN carried JSON;
ALTER TABLE store.revisions ADD COLUMN fetched_at TIMESTAMPTZ;
COMMENT ON COLUMN store.revisions.carried IS 'Facts that its carrier states; NULL without any';
COMMENT ON COLUMN store.revisions.fetched_at IS 'When the carrier got these bytes, of the first time that they came; NULL where unknown';
COMMENT ON COLUMN store.revisions.raw_format IS 'How the raw bytes are read: text, html, markdown or record';
COMMENT ON COLUMN store.revisions.raw_hash IS 'SHA-256 of the raw bytes, with the facts carried where there are any; of all that gave this version, what has the smallest is kept';
COMMENT ON COLUMN store.sightings.raw_hash IS 'As in store.revisions, of what stood there last';

ALTER TABLE store.rejects ADD COLUMN raw_format VARCHAR;
ALTER TABLE store.rejects ADD COLUMN carried JSON;
COMMENT ON COLUMN store.rejects.raw_format IS 'How the raw bytes were read, as in store.revisions; NULL where the input as a whole was set aside';
COMMENT ON COLUMN store.rejects.carried IS 'Facts that its carrier states; NULL without any';

COMMENT ON COLUMN documents.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text, carrier; NULL without one';
COMMENT ON COLUMN articles.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text, carrier; NULL without one';

CREATE VIEW carried AS
SELECT h.doc_id, r.carried AS facts, r.fetched_at
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
WHERE r.carried IS NOT NULL OR r.fetched_at IS NOT NULL;
COMMENT ON VIEW carried IS 'What the carriers of documents said of them: feeds, mails, archives of the web, servers';
COMMENT ON COLUMN carried.doc_id IS 'The document';
COMMENT ON COLUMN carried.facts IS 'Everything it said, as JSON; what the document itself lacks was taken from here';
COMMENT ON COLUMN carried.fetched_at IS 'When the carrier got it, of the first time that it came; NULL where unknown';
