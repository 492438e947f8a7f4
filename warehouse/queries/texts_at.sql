SELECT r.rowid, r.text FROM store.revisions r WHERE r.rowid IN (SELECT unnest($1::BIGINT[]))
