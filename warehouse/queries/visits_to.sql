SELECT v.uri, v.mark, v.etag, v.last_modified
FROM store.visits v
JOIN wanted w USING (uri)
WHERE v.source = ? AND v.program = ?
