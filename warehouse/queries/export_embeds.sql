SELECT
    e.doc_id::VARCHAR AS doc_id, e.start, e."stop", e.platform, e.author, e.handle, e.posted_on, e.text, e.urls
FROM chosen x
JOIN embeds e ON e.doc_id = x.doc_id
WHERE x.place BETWEEN $first AND $last
ORDER BY x.place, e.start, e."stop", e.platform, e.handle, e.text, e.author, e.posted_on, e.urls
