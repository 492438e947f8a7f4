-- What the data card tells of the exported documents.
SELECT
    count(*) AS documents,
    count(DISTINCT c.copy_id) AS articles,
    sum(d.word_count)::BIGINT AS words,
    min(d.published_at) AS first,
    max(d.published_at) AS last,
    count(*) FILTER (d.published_at IS NULL) AS undated
FROM chosen x
JOIN documents d ON d.doc_id = x.doc_id
JOIN copies c ON c.doc_id = x.doc_id
