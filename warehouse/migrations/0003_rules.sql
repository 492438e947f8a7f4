-- What sites repeat: the evidence, what people decided about it, and the list of all rules.

CREATE TABLE store.blocks (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    block UBIGINT NOT NULL,
    start INTEGER NOT NULL,
    "stop" INTEGER NOT NULL,
    day DATE
);
COMMENT ON TABLE store.blocks IS 'Lines of each version of each document that could be boilerplate: what no built-in rule cuts';
COMMENT ON COLUMN store.blocks.doc_id IS 'The document';
COMMENT ON COLUMN store.blocks.number IS 'Number of the version';
COMMENT ON COLUMN store.blocks.block IS 'Hash of the site (or collection) and the line, folded as matching does';
COMMENT ON COLUMN store.blocks.start IS 'First character in the extracted text, from 0';
COMMENT ON COLUMN store.blocks."stop" IS 'Character after the last one';
COMMENT ON COLUMN store.blocks.day IS 'Day of publication, in UTC';

CREATE TABLE store.repeats (
    block UBIGINT NOT NULL,
    articles INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    days INTEGER NOT NULL,
    doc_id UUID NOT NULL,
    start INTEGER NOT NULL,
    "stop" INTEGER NOT NULL
);
COMMENT ON TABLE store.repeats IS 'Lines that stand in at least three different articles of a site now';
COMMENT ON COLUMN store.repeats.block IS 'The line, as in store.blocks';
COMMENT ON COLUMN store.repeats.articles IS 'Number of different articles that hold it: a group of copies counts once';
COMMENT ON COLUMN store.repeats.documents IS 'Number of documents that hold it';
COMMENT ON COLUMN store.repeats.days IS 'Number of different days on which these were published; 0 where no date is known';
COMMENT ON COLUMN store.repeats.doc_id IS 'One document that holds it: the one with the smallest id';
COMMENT ON COLUMN store.repeats.start IS 'First character in the extracted text of that document, from 0';
COMMENT ON COLUMN store.repeats."stop" IS 'Character after the last one';

CREATE TABLE store.decisions (
    rule VARCHAR NOT NULL,
    block UBIGINT NOT NULL,
    state VARCHAR NOT NULL,
    site VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    articles INTEGER NOT NULL,
    days INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.decisions IS 'What people decided about learned rules; no run but theirs changes it';
COMMENT ON COLUMN store.decisions.rule IS 'The rule';
COMMENT ON COLUMN store.decisions.block IS 'The line that it cuts, as in store.blocks';
COMMENT ON COLUMN store.decisions.state IS 'approved or rejected';
COMMENT ON COLUMN store.decisions.site IS 'The site, else the collection, whose line it is';
COMMENT ON COLUMN store.decisions.text IS 'The line as it stood in one document';
COMMENT ON COLUMN store.decisions.articles IS 'Number of articles that held it when this was decided';
COMMENT ON COLUMN store.decisions.days IS 'Number of days on which these were published';
COMMENT ON COLUMN store.decisions.reason IS 'What its cuts give as their reason';
COMMENT ON COLUMN store.decisions.decided_at IS 'When it was decided';
COMMENT ON COLUMN store.decisions.run_id IS 'The run that recorded it';

CREATE TABLE store.first_cuts (rule VARCHAR NOT NULL, run_id UUID NOT NULL);
COMMENT ON TABLE store.first_cuts IS 'In which run each rule cut something for the first time';
COMMENT ON COLUMN store.first_cuts.rule IS 'The rule';
COMMENT ON COLUMN store.first_cuts.run_id IS 'The run';

INSERT INTO store.first_cuts
SELECT c.rule, arg_min(r.run_id, r.seen_at)
FROM store.cuts c
JOIN store.revisions r ON r.doc_id = c.doc_id AND r.number = c.number
GROUP BY c.rule;

COMMENT ON COLUMN runs.source IS 'Name of the collection that it loaded into; rules or reclean where it loaded none';

CREATE VIEW rules AS
WITH sites AS (
    SELECT coalesce(r.site, h.source) AS site, count(DISTINCT c.copy_id) AS articles
    FROM store.heads h
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    JOIN copies c ON c.doc_id = h.doc_id
    GROUP BY ALL
),
repeats AS (
    SELECT
        'repeated-' || format('{:016x}', p.block) AS rule,
        coalesce(r.site, h.source) AS site,
        p.articles, p.documents, p.days, p.doc_id, p.start, p."stop"
    FROM store.repeats p
    JOIN store.heads h ON h.doc_id = p.doc_id
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
),
-- Enough to propose a rule: five articles on more than one day (or of unknown dates, or very many), and these
-- are many or a good part of what the site has published.
learned AS (
    SELECT
        coalesce(d.rule, p.rule) AS rule,
        coalesce(d.state, 'proposed') AS state,
        coalesce(d.site, p.site) AS site,
        d.text, p.doc_id, p.start, p."stop",
        coalesce(p.articles, 0) AS articles,
        coalesce(p.documents, 0) AS documents,
        coalesce(p.days, 0) AS days,
        s.articles AS site_articles,
        d.decided_at
    FROM repeats p
    FULL JOIN store.decisions d ON d.rule = p.rule
    LEFT JOIN sites s ON s.site = coalesce(d.site, p.site)
    WHERE
        d.rule IS NOT NULL
        OR (p.articles >= 5 AND (p.days <> 1 OR p.articles >= 20) AND (p.articles >= 10 OR p.articles >= 0.2 * s.articles))
),
cuts AS (
    SELECT
        rule, any_value(kind) AS kind, count(*) AS cuts, count(DISTINCT doc_id) AS documents,
        min_by(text, (length(text), text)) AS text
    FROM removals
    GROUP BY rule
)
SELECT
    l.rule, 'repeated' AS kind, l.state, l.site,
    coalesce(l.text, substring(coalesce(r.extracted_text, r.text), l.start + 1, l."stop" - l.start)) AS text,
    l.documents::INTEGER AS documents, l.articles::INTEGER AS articles,
    coalesce(l.site_articles, 0)::INTEGER AS site_articles, l.days::INTEGER AS days,
    coalesce(c.cuts, 0)::INTEGER AS cuts, l.decided_at
FROM learned l
LEFT JOIN store.heads h ON h.doc_id = l.doc_id
LEFT JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
LEFT JOIN cuts c ON c.rule = l.rule
UNION ALL
SELECT rule, kind, 'built-in', NULL, text, documents::INTEGER, NULL, NULL, NULL, cuts::INTEGER, NULL
FROM cuts
WHERE kind <> 'repeated';
COMMENT ON VIEW rules IS 'Rules of cleaning: those learned from what sites repeat, and the built-in ones that cut something';
COMMENT ON COLUMN rules.rule IS 'Name of the rule; that of a learned one is made from the site and the line, the same in every warehouse';
COMMENT ON COLUMN rules.kind IS 'Kind of what it cuts; repeated for learned rules';
COMMENT ON COLUMN rules.state IS 'proposed (cuts nothing yet), approved, rejected or built-in';
COMMENT ON COLUMN rules.site IS 'The site, else the collection, to which a learned rule belongs';
COMMENT ON COLUMN rules.text IS 'An example: the line of a learned rule, the shortest cut of a built-in one';
COMMENT ON COLUMN rules.documents IS 'Documents that hold the line of a learned rule, or that a built-in one cut';
COMMENT ON COLUMN rules.articles IS 'Different articles that hold the line: a group of copies counts once';
COMMENT ON COLUMN rules.site_articles IS 'Different articles of that site';
COMMENT ON COLUMN rules.days IS 'Days on which the articles with the line were published; 0 where no date is known';
COMMENT ON COLUMN rules.cuts IS 'Cuts that it makes in the current versions';
COMMENT ON COLUMN rules.decided_at IS 'When a learned rule was approved or rejected';
