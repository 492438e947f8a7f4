INSERT INTO store.visits
SELECT source, uri, mark, etag, last_modified, ?, ?, ? FROM incoming
