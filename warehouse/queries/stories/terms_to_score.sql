SELECT t.telling_no, t.term, t.kind, t.floor, t.weight, h.tellings
FROM store.telling_terms t
JOIN store.term_holders h ON h.term = t.term
WHERE t.telling_no IN (SELECT telling_no FROM wanted)
ORDER BY t.telling_no, t.term
