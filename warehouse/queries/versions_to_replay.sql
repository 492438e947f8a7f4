-- Every version of the wanted documents, with its raw bytes, the facts carried with them and its cuts as they are.
SELECT
    r.doc_id, r.number, r.number = h.number AS current, h.source, h.source_uri, r.raw_format, r.raw,
    coalesce(r.extracted_text, r.text) AS extracted_text, r.carried, r.text,
    list((c.start, c."stop", c.kind, c.rule, c.reason, c.text) ORDER BY c.start) FILTER (c.rule IS NOT NULL) AS cuts
FROM store.revisions r
JOIN store.heads h ON h.doc_id = r.doc_id
LEFT JOIN store.cuts c ON c.doc_id = r.doc_id AND c.number = r.number
WHERE r.doc_id IN (SELECT doc_id FROM wanted)
GROUP BY ALL
ORDER BY r.doc_id, r.number
