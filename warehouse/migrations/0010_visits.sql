-- What was read of the web, so that what is known to be the same is not fetched again.

CREATE TABLE store.visits (
    source VARCHAR NOT NULL,
    uri VARCHAR NOT NULL,
    mark VARCHAR,
    etag VARCHAR,
    last_modified VARCHAR,
    program VARCHAR NOT NULL,
    visited_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.visits IS 'Addresses on the web that were read: pages, feeds, sitemaps. Written together with what they brought, so that a stopped run forgets nothing';
COMMENT ON COLUMN store.visits.source IS 'The collection';
COMMENT ON COLUMN store.visits.uri IS 'The address, without a password and what only says where a reader came from';
COMMENT ON COLUMN store.visits.mark IS 'Which version stood there, by the feed or sitemap that lists it: the entry''s id and time as a hash, or lastmod; NULL where none says so';
COMMENT ON COLUMN store.visits.etag IS 'The header ETag of the answer; NULL without one';
COMMENT ON COLUMN store.visits.last_modified IS 'The header Last-Modified of the answer; NULL without one';
COMMENT ON COLUMN store.visits.program IS 'The version of copydesk that read it; another one reads it again';
COMMENT ON COLUMN store.visits.visited_at IS 'When this version was read';
COMMENT ON COLUMN store.visits.run_id IS 'The run that read it';
