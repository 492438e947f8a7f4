-- What joins tellings: a pair that scores enough, or an analyst's link.
SELECT telling_a, telling_b FROM store.story_pairs WHERE score >= $1
UNION ALL
SELECT a.telling_no, b.telling_no
FROM verdicts v
JOIN copies ca ON ca.doc_id = v.doc_a
JOIN copies cb ON cb.doc_id = v.doc_b
JOIN store.tellings a ON a.doc_id = ca.canonical_doc_id
JOIN store.tellings b ON b.doc_id = cb.canonical_doc_id
WHERE v.verdict = 'linked'
