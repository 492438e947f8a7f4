UPDATE store.term_holders h
SET tellings = c.after
FROM term_changes c
WHERE h.term = c.term
