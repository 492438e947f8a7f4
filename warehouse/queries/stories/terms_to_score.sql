-- Terms in any order; how many hold one is said where that is $1 or more, else 0.
SELECT t.telling_no, t.term, t.kind, t.floor, t.weight, coalesce(h.tellings, 0) AS tellings
FROM store.telling_terms t
LEFT JOIN (SELECT term, tellings FROM store.term_holders WHERE tellings >= $1) h ON h.term = t.term
WHERE t.telling_no IN (SELECT telling_no FROM wanted)
