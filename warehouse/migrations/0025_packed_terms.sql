-- Terms of tellings in two thirds of the room: weights as whole numbers, lengths instead of stops.

CREATE TABLE store.packed_terms (
    telling_no INTEGER NOT NULL,
    term UINTEGER NOT NULL,
    kind UTINYINT NOT NULL,
    floor UTINYINT NOT NULL,
    weight INTEGER NOT NULL,
    start INTEGER NOT NULL,
    characters INTEGER NOT NULL
);
INSERT INTO store.packed_terms
SELECT telling_no, term, kind, floor, (weight * 32)::INTEGER, start, "stop" - start FROM store.telling_terms;
DROP TABLE store.telling_terms;
ALTER TABLE store.packed_terms RENAME TO telling_terms;
COMMENT ON TABLE store.telling_terms IS 'What each telling is about: its salient terms, each once, in ascending order';
COMMENT ON COLUMN store.telling_terms.telling_no IS 'The telling';
COMMENT ON COLUMN store.telling_terms.term IS 'Hash of the term, folded, with its kind';
COMMENT ON COLUMN store.telling_terms.kind IS 'Number of the kind, from 0; the view evidence names them';
COMMENT ON COLUMN store.telling_terms.floor IS 'Level of rarity that it has in general; where more tellings here hold it, it counts as more common';
COMMENT ON COLUMN store.telling_terms.weight IS 'How much the document is about it, in 32nds, before it is known how rare it is here';
COMMENT ON COLUMN store.telling_terms.start IS 'First character in the clean text, from 0; -1 where only the title has it';
COMMENT ON COLUMN store.telling_terms.characters IS 'Length in characters; 0 where only the title has it';

CREATE OR REPLACE VIEW evidence AS
WITH first_citations AS (
    SELECT doc_id, number, outlet, min(start) AS start, arg_min("stop", start) AS "stop"
    FROM store.citations
    GROUP BY doc_id, number, outlet
),
spans AS (
    SELECT
        least(r.doc_a, r.doc_b) AS doc_a, greatest(r.doc_a, r.doc_b) AS doc_b, 'passage' AS kind,
        CASE WHEN r.doc_a < r.doc_b THEN r.number_a ELSE r.number_b END AS number_a,
        CASE WHEN r.doc_a < r.doc_b THEN r.number_b ELSE r.number_a END AS number_b,
        CASE WHEN r.doc_a < r.doc_b THEN p.start_a ELSE p.start_b END AS start_a,
        CASE WHEN r.doc_a < r.doc_b THEN p.stop_a ELSE p.stop_b END AS stop_a,
        CASE WHEN r.doc_a < r.doc_b THEN p.start_b ELSE p.start_a END AS start_b,
        CASE WHEN r.doc_a < r.doc_b THEN p.stop_b ELSE p.stop_a END AS stop_b
    FROM store.passages p
    JOIN store.related r ON r.content_a = p.content_a AND r.content_b = p.content_b
    UNION ALL
    SELECT a.doc_id, b.doc_id, 'passage', a.number, b.number, 0, length(r.text), 0, length(r.text)
    FROM store.heads a
    JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id
    JOIN store.revisions r ON r.doc_id = a.doc_id AND r.number = a.number
    UNION ALL
    SELECT
        a.doc_id, b.doc_id,
        (['word', 'name', 'place', 'phrase', 'figure', 'count', 'year', 'date'])[t.kind + 1],
        a.number, b.number,
        CASE WHEN t.start >= 0 THEN t.start END, CASE WHEN t.start >= 0 THEN t.start + t.characters END,
        CASE WHEN u.start >= 0 THEN u.start END, CASE WHEN u.start >= 0 THEN u.start + u.characters END
    FROM store.story_links l
    JOIN store.tellings ta ON ta.telling_no = l.telling_a
    JOIN store.tellings tb ON tb.telling_no = l.telling_b
    JOIN store.heads a ON a.doc_id = ta.doc_id
    JOIN store.heads b ON b.doc_id = tb.doc_id
    JOIN store.telling_terms t ON t.telling_no = l.telling_a
    JOIN store.telling_terms u ON u.telling_no = l.telling_b AND u.term = t.term
    WHERE t.start >= 0 OR u.start >= 0
    UNION ALL
    SELECT a.doc_id, b.doc_id, 'quote', a.number, b.number, q.start_a, q.stop_a, q.start_b, q.stop_b
    FROM store.story_quotes q
    JOIN store.tellings ta ON ta.telling_no = q.telling_a
    JOIN store.tellings tb ON tb.telling_no = q.telling_b
    JOIN store.heads a ON a.doc_id = ta.doc_id
    JOIN store.heads b ON b.doc_id = tb.doc_id
    UNION ALL
    SELECT a.doc_id, b.doc_id, 'cited_outlet', a.number, b.number, ca.start, ca."stop", cb.start, cb."stop"
    FROM store.story_links l
    JOIN store.tellings ta ON ta.telling_no = l.telling_a
    JOIN store.tellings tb ON tb.telling_no = l.telling_b
    JOIN store.heads a ON a.doc_id = ta.doc_id
    JOIN store.heads b ON b.doc_id = tb.doc_id
    JOIN first_citations ca ON ca.doc_id = a.doc_id AND ca.number = a.number
    JOIN first_citations cb ON cb.doc_id = b.doc_id AND cb.number = b.number AND cb.outlet = ca.outlet
    WHERE ca.start IS NOT NULL OR cb.start IS NOT NULL
)
SELECT
    s.doc_a, s.doc_b, s.kind,
    coalesce(
        substring(ra.text, s.start_a + 1, s.stop_a - s.start_a),
        substring(rb.text, s.start_b + 1, s.stop_b - s.start_b)
    ) AS text,
    s.start_a, s.stop_a, s.start_b, s.stop_b
FROM spans s
JOIN store.revisions ra ON ra.doc_id = s.doc_a AND ra.number = s.number_a
JOIN store.revisions rb ON rb.doc_id = s.doc_b AND rb.number = s.number_b;
COMMENT ON VIEW evidence IS 'Why two documents are related: what they share, and where';
COMMENT ON COLUMN evidence.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN evidence.doc_b IS 'The other document';
COMMENT ON COLUMN evidence.kind IS 'passage: a run of at least eight equal words, or a whole text that both hold; for a story name, place, phrase, figure, count, date, year or word (a term that both hold), quote (the same words of a person, also retold) and cited_outlet (an outlet that both cite)';
COMMENT ON COLUMN evidence.text IS 'The words as they stand in doc_a, else in doc_b';
COMMENT ON COLUMN evidence.start_a IS 'First character in the clean text of doc_a, from 0; NULL where only its title or a credit line that was cut has it';
COMMENT ON COLUMN evidence.stop_a IS 'Character after the last one in doc_a';
COMMENT ON COLUMN evidence.start_b IS 'First character in the clean text of doc_b, from 0; NULL where only its title or a credit line that was cut has it';
COMMENT ON COLUMN evidence.stop_b IS 'Character after the last one in doc_b';
