-- What can be had from elsewhere is not stored. Signatures are made from a text when somebody wants one: matching goes
-- by keys and true values alone. Places name the version that stands there by its number, not by a hash that is long.

ALTER TABLE store.contents DROP COLUMN signature;

CREATE TABLE store.numbered_sightings (
    doc_id UUID NOT NULL,
    source VARCHAR NOT NULL,
    source_uri VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    raw_hash VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    latest BOOLEAN NOT NULL
);
INSERT INTO store.numbered_sightings
SELECT s.doc_id, s.source, s.source_uri, max(r.number), s.raw_hash, s.program, s.latest
FROM store.sightings s
JOIN store.revisions r ON r.doc_id = s.doc_id AND r.version_hash = s.version_hash
GROUP BY ALL;
DROP TABLE store.sightings;
ALTER TABLE store.numbered_sightings RENAME TO sightings;
COMMENT ON TABLE store.sightings IS 'Every place where a document was found, with the version that stands there';
COMMENT ON COLUMN store.sightings.doc_id IS 'The document';
COMMENT ON COLUMN store.sightings.source IS 'Name of the collection';
COMMENT ON COLUMN store.sightings.source_uri IS 'Path or record within the collection';
COMMENT ON COLUMN store.sightings.number IS 'Number of the version of the document that stood there last';
COMMENT ON COLUMN store.sightings.raw_hash IS 'As in store.revisions, of what stood there last';
COMMENT ON COLUMN store.sightings.program IS 'Version of the program that read them';
COMMENT ON COLUMN store.sightings.latest IS 'False where another document has taken this place since';
