-- Terms that are rarer now or more common, so that they count more or less where two tellings share them. One that is
-- common in general does not change while few hold it here.
CREATE OR REPLACE TEMP TABLE shaken_terms AS
SELECT c.term, s.level_after < s.level_before AS rarer
FROM term_changes c
JOIN shaking s ON s.before = c.before AND s.after = c.after
WHERE
    c.before > 0 AND c.after > 1
    AND greatest(s.level_before, c.floor) <> greatest(s.level_after, c.floor)
