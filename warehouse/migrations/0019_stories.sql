-- Stories: what tellings are made of, which of them report the same event, and what became of the groups.

CREATE TABLE store.tellings (telling_no INTEGER NOT NULL, doc_id UUID NOT NULL, published DOUBLE);
COMMENT ON TABLE store.tellings IS 'Every canonical document, as one telling of a story; copies follow their canonical document';
COMMENT ON COLUMN store.tellings.telling_no IS 'Number of the telling; internal, may differ from file to file';
COMMENT ON COLUMN store.tellings.doc_id IS 'The document';
COMMENT ON COLUMN store.tellings.published IS 'Time of publication in days since 1970; NULL where it is unknown';

CREATE TABLE store.telling_terms (
    telling_no INTEGER NOT NULL,
    term UINTEGER NOT NULL,
    kind UTINYINT NOT NULL,
    floor UTINYINT NOT NULL,
    weight FLOAT NOT NULL,
    start INTEGER NOT NULL,
    "stop" INTEGER NOT NULL
);
COMMENT ON TABLE store.telling_terms IS 'What each telling is about: its salient terms, each once, in ascending order';
COMMENT ON COLUMN store.telling_terms.telling_no IS 'The telling';
COMMENT ON COLUMN store.telling_terms.term IS 'Hash of the term, folded, with its kind';
COMMENT ON COLUMN store.telling_terms.kind IS 'Number of the kind, from 0; the view evidence names them';
COMMENT ON COLUMN store.telling_terms.floor IS 'Level of rarity that it has in general; where more tellings here hold it, it counts as more common';
COMMENT ON COLUMN store.telling_terms.weight IS 'How much the document is about it, before it is known how rare it is here';
COMMENT ON COLUMN store.telling_terms.start IS 'First character in the clean text, from 0; -1 where only the title has it';
COMMENT ON COLUMN store.telling_terms."stop" IS 'Character after the last one; -1 as start';

CREATE TABLE store.term_holders (term UINTEGER NOT NULL, tellings INTEGER NOT NULL);
COMMENT ON TABLE store.term_holders IS 'How rare each term is here';
COMMENT ON COLUMN store.term_holders.term IS 'The term, as in store.telling_terms';
COMMENT ON COLUMN store.term_holders.tellings IS 'Number of tellings that hold it';

CREATE TABLE store.story_keys (key UINTEGER NOT NULL, telling_no INTEGER NOT NULL);
COMMENT ON TABLE store.story_keys IS 'The terms of each telling that tell most: tellings that share one which few have as a key are compared';
COMMENT ON COLUMN store.story_keys.key IS 'The term, as in store.telling_terms';
COMMENT ON COLUMN store.story_keys.telling_no IS 'The telling';

CREATE TABLE store.story_pairs (telling_a INTEGER NOT NULL, telling_b INTEGER NOT NULL, score DOUBLE NOT NULL);
COMMENT ON TABLE store.story_pairs IS 'Pairs of tellings that share a key which few have, as far as they score enough to matter';
COMMENT ON COLUMN store.story_pairs.telling_a IS 'The telling of the document with the smaller id';
COMMENT ON COLUMN store.story_pairs.telling_b IS 'The other telling';
COMMENT ON COLUMN store.story_pairs.score IS 'How much speaks for one event, 0 to 1';

CREATE TABLE store.story_links (
    telling_a INTEGER NOT NULL,
    telling_b INTEGER NOT NULL,
    jaccard DOUBLE NOT NULL,
    containment DOUBLE NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.story_links IS 'The pairs among store.story_pairs that score enough and are in one story';
COMMENT ON COLUMN store.story_links.telling_a IS 'The telling of the document with the smaller id';
COMMENT ON COLUMN store.story_links.telling_b IS 'The other telling';
COMMENT ON COLUMN store.story_links.jaccard IS 'True Jaccard of the shingle sets';
COMMENT ON COLUMN store.story_links.containment IS 'True share of the smaller shingle set that stands in the larger';
COMMENT ON COLUMN store.story_links.run_id IS 'The run that found it';

CREATE TABLE store.story_quotes (
    telling_a INTEGER NOT NULL,
    telling_b INTEGER NOT NULL,
    start_a INTEGER NOT NULL,
    stop_a INTEGER NOT NULL,
    start_b INTEGER NOT NULL,
    stop_b INTEGER NOT NULL
);
COMMENT ON TABLE store.story_quotes IS 'Quotations that related tellings of a story share, also retold';
COMMENT ON COLUMN store.story_quotes.telling_a IS 'One telling, as in store.story_links';
COMMENT ON COLUMN store.story_quotes.telling_b IS 'The other telling';
COMMENT ON COLUMN store.story_quotes.start_a IS 'First character in the clean text of the one, from 0';
COMMENT ON COLUMN store.story_quotes.stop_a IS 'Character after the last one in the one';
COMMENT ON COLUMN store.story_quotes.start_b IS 'First character in the clean text of the other, from 0';
COMMENT ON COLUMN store.story_quotes.stop_b IS 'Character after the last one in the other';

CREATE TABLE store.stories (doc_id UUID NOT NULL, story_id UUID NOT NULL, lead_doc_id UUID NOT NULL);
COMMENT ON TABLE store.stories IS 'The story of every document';
COMMENT ON COLUMN store.stories.doc_id IS 'The document';
COMMENT ON COLUMN store.stories.story_id IS 'Id of the story, made from its earliest document';
COMMENT ON COLUMN store.stories.lead_doc_id IS 'The document whose title is the headline of the story';

CREATE TABLE store.story_moves (doc_id UUID NOT NULL, story_id UUID);
COMMENT ON TABLE store.story_moves IS 'Documents whose story has changed since the last completed run; empty in a published file';
COMMENT ON COLUMN store.story_moves.doc_id IS 'The document';
COMMENT ON COLUMN store.story_moves.story_id IS 'Its story at that time; NULL for a new document';

CREATE TABLE story_history (
    story_id UUID NOT NULL,
    event VARCHAR NOT NULL,
    became UUID NOT NULL,
    documents INTEGER NOT NULL,
    run_id UUID NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE story_history IS 'What became of stories, run by run; growth by new documents alone is no change';
COMMENT ON COLUMN story_history.story_id IS 'Id of the story before the run';
COMMENT ON COLUMN story_history.event IS 'renamed (all of it has another id), joined (with another story) or split (a part left)';
COMMENT ON COLUMN story_history.became IS 'Id of the story that these documents are in after the run';
COMMENT ON COLUMN story_history.documents IS 'Number of documents that this happened to';
COMMENT ON COLUMN story_history.run_id IS 'The run';
COMMENT ON COLUMN story_history.changed_at IS 'When it ended';

INSERT INTO settings VALUES ('stories', '0', now(), NULL);
COMMENT ON COLUMN settings.name IS 'canonical: which document stands for a group; matching, grouping, revisions, stories: numbers of the rules that found pairs, formed groups, told revisions and formed stories; state: which state of the data this is; rewrite: whether deleted bytes are to be cleared away';

ALTER TABLE verdicts ADD COLUMN level VARCHAR DEFAULT 'copy';
COMMENT ON COLUMN verdicts.verdict IS 'linked (always together) or unlinked (never together)';
COMMENT ON COLUMN verdicts.level IS 'What they are together in, or not: copy (one group of copies) or story (one story)';

CREATE TABLE store.citations (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER,
    "stop" INTEGER,
    outlet VARCHAR NOT NULL,
    how VARCHAR NOT NULL
);
COMMENT ON TABLE store.citations IS 'Outlets that each version of each document names as its sources';
COMMENT ON COLUMN store.citations.doc_id IS 'The document';
COMMENT ON COLUMN store.citations.number IS 'Number of the version';
COMMENT ON COLUMN store.citations.start IS 'First character in the clean text, from 0; NULL where a credit line that was cut says so';
COMMENT ON COLUMN store.citations."stop" IS 'Character after the last one; NULL as start';
COMMENT ON COLUMN store.citations.outlet IS 'The outlet, by one name for all its variants';
COMMENT ON COLUMN store.citations.how IS 'How it is cited';

CREATE OR REPLACE VIEW stories AS
SELECT s.doc_id, s.story_id, n.size, r.title AS headline
FROM store.stories s
JOIN (SELECT story_id, count(*)::INTEGER AS size FROM store.stories GROUP BY story_id) n ON n.story_id = s.story_id
JOIN store.heads h ON h.doc_id = s.lead_doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number;
COMMENT ON VIEW stories IS 'Groups of documents that report the same event, copies among them: every document has a row';
COMMENT ON COLUMN stories.doc_id IS 'The document';
COMMENT ON COLUMN stories.story_id IS 'Id of the story, made from its earliest document; story_history tells where it changed';
COMMENT ON COLUMN stories.size IS 'Number of documents that tell it';
COMMENT ON COLUMN stories.headline IS 'Title of the document that stands for it: the best one with a title, by the policy for copies';

CREATE OR REPLACE VIEW relations AS
WITH copied AS (
    SELECT
        least(r.doc_a, r.doc_b) AS doc_a, greatest(r.doc_a, r.doc_b) AS doc_b,
        r.kind, r.jaccard, r.containment, r.score, r.run_id
    FROM store.related r
    UNION ALL
    SELECT
        a.doc_id, b.doc_id, 'exact', 1.0, 1.0, 1.0,
        CASE WHEN a.updated_at > b.updated_at THEN a.run_id ELSE b.run_id END
    FROM store.heads a
    JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id
),
told AS (
    SELECT a.doc_id AS doc_a, b.doc_id AS doc_b, l.jaccard, l.containment, s.score, l.run_id
    FROM store.story_links l
    JOIN store.story_pairs s ON s.telling_a = l.telling_a AND s.telling_b = l.telling_b
    JOIN store.tellings a ON a.telling_no = l.telling_a
    JOIN store.tellings b ON b.telling_no = l.telling_b
),
found AS (
    SELECT * FROM copied
    UNION ALL
    SELECT t.doc_a, t.doc_b, 'story', t.jaccard, t.containment, t.score, t.run_id
    FROM told t
    LEFT JOIN copied c ON c.doc_a = t.doc_a AND c.doc_b = t.doc_b
    WHERE c.kind IS NULL
)
SELECT f.doc_a, f.doc_b, f.kind, f.jaccard, f.containment, f.score, f.run_id, v.verdict, v.note, v.level
FROM found f
LEFT JOIN verdicts v ON v.doc_a = f.doc_a AND v.doc_b = f.doc_b
UNION ALL
SELECT v.doc_a, v.doc_b, v.verdict, NULL, NULL, NULL, v.run_id, v.verdict, v.note, v.level
FROM verdicts v
JOIN store.heads a ON a.doc_id = v.doc_a
JOIN store.heads b ON b.doc_id = v.doc_b
LEFT JOIN found f ON f.doc_a = v.doc_a AND f.doc_b = v.doc_b
WHERE f.kind IS NULL;
COMMENT ON VIEW relations IS 'One row per pair of documents that are related, with true scores, or that an analyst spoke of; thresholds says from which scores on texts are copies, and of a story only canonical documents are paired';
COMMENT ON COLUMN relations.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN relations.doc_b IS 'The other document';
COMMENT ON COLUMN relations.kind IS 'exact, near, contains or story: the strongest that holds; linked or unlinked where only an analyst says so';
COMMENT ON COLUMN relations.jaccard IS 'True Jaccard of the sets of three-word shingles of the clean texts; NULL where only an analyst says so';
COMMENT ON COLUMN relations.containment IS 'True share of the smaller set of shingles that stands in the larger; NULL where only an analyst says so';
COMMENT ON COLUMN relations.score IS 'Strength of the relation by its own kind, 0 to 1; NULL where only an analyst says so';
COMMENT ON COLUMN relations.run_id IS 'The run that found it';
COMMENT ON COLUMN relations.verdict IS 'What an analyst said: linked or unlinked; NULL where nobody did';
COMMENT ON COLUMN relations.note IS 'Why, in the words of the analyst';
COMMENT ON COLUMN relations.level IS 'What the verdict is on: copy or story; NULL where there is none';

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
        CASE WHEN t.start >= 0 THEN t.start END, CASE WHEN t.start >= 0 THEN t."stop" END,
        CASE WHEN u.start >= 0 THEN u.start END, CASE WHEN u.start >= 0 THEN u."stop" END
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

CREATE VIEW citations AS
SELECT c.doc_id, c.outlet, c.how, c.start, c."stop"
FROM store.citations c
JOIN store.heads h ON h.doc_id = c.doc_id AND h.number = c.number;
COMMENT ON VIEW citations IS 'The outlets that articles name as their sources, each time they do';
COMMENT ON COLUMN citations.doc_id IS 'The document';
COMMENT ON COLUMN citations.outlet IS 'The outlet, by one name for all its variants';
COMMENT ON COLUMN citations.how IS 'according_to, told, reported, interview_with, quoted_by, citing, agency (a dateline) or credit (a credit line)';
COMMENT ON COLUMN citations.start IS 'First character in the clean text, from 0; NULL where a credit line that was cut says so: see notices';
COMMENT ON COLUMN citations."stop" IS 'Character after the last one; NULL as start';

CREATE TABLE store.conflicts (
    telling_a INTEGER NOT NULL,
    telling_b INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    start_a INTEGER NOT NULL,
    stop_a INTEGER NOT NULL,
    start_b INTEGER NOT NULL,
    stop_b INTEGER NOT NULL
);
COMMENT ON TABLE store.conflicts IS 'Where two related tellings of a story disagree';
COMMENT ON COLUMN store.conflicts.telling_a IS 'One telling, as in store.story_links';
COMMENT ON COLUMN store.conflicts.telling_b IS 'The other telling';
COMMENT ON COLUMN store.conflicts.kind IS 'figure or name';
COMMENT ON COLUMN store.conflicts.what IS 'What they disagree about';
COMMENT ON COLUMN store.conflicts.start_a IS 'First character of the passage in the clean text of the one, from 0';
COMMENT ON COLUMN store.conflicts.stop_a IS 'Character after the last one in the one';
COMMENT ON COLUMN store.conflicts.start_b IS 'First character of the passage in the clean text of the other, from 0';
COMMENT ON COLUMN store.conflicts.stop_b IS 'Character after the last one in the other';

CREATE VIEW conflicts AS
SELECT
    s.story_id, c.kind, c.what, a.doc_id AS doc_a, b.doc_id AS doc_b,
    substring(ra.text, c.start_a + 1, c.stop_a - c.start_a) AS text_a, c.start_a, c.stop_a,
    substring(rb.text, c.start_b + 1, c.stop_b - c.start_b) AS text_b, c.start_b, c.stop_b
FROM store.conflicts c
JOIN store.tellings ta ON ta.telling_no = c.telling_a
JOIN store.tellings tb ON tb.telling_no = c.telling_b
JOIN store.stories s ON s.doc_id = ta.doc_id
JOIN store.heads a ON a.doc_id = ta.doc_id
JOIN store.heads b ON b.doc_id = tb.doc_id
JOIN store.revisions ra ON ra.doc_id = a.doc_id AND ra.number = a.number
JOIN store.revisions rb ON rb.doc_id = b.doc_id AND rb.number = b.number;
COMMENT ON VIEW conflicts IS 'Where related tellings of one story disagree: figures of the same thing, names spelt two ways';
COMMENT ON COLUMN conflicts.story_id IS 'The story';
COMMENT ON COLUMN conflicts.kind IS 'figure or name';
COMMENT ON COLUMN conflicts.what IS 'What they disagree about, such as the thing that is counted';
COMMENT ON COLUMN conflicts.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN conflicts.doc_b IS 'The other document';
COMMENT ON COLUMN conflicts.text_a IS 'What doc_a says';
COMMENT ON COLUMN conflicts.start_a IS 'First character of it in the clean text of doc_a, from 0';
COMMENT ON COLUMN conflicts.stop_a IS 'Character after the last one';
COMMENT ON COLUMN conflicts.text_b IS 'What doc_b says';
COMMENT ON COLUMN conflicts.start_b IS 'First character of it in the clean text of doc_b, from 0';
COMMENT ON COLUMN conflicts.stop_b IS 'Character after the last one';

-- Tellings of one story rest on each other where they cite the same outlet, where one cites the outlet that printed
-- the other, or where one outlet printed both; those that rest on each other, also through third ones, are one origin.
CREATE VIEW tellings AS
WITH RECURSIVE told AS MATERIALIZED (
    SELECT s.story_id, t.doc_id, d.site
    FROM store.tellings t
    JOIN store.stories s ON s.doc_id = t.doc_id
    JOIN documents d ON d.doc_id = t.doc_id
),
cited AS MATERIALIZED (
    SELECT DISTINCT s.story_id, p.canonical_doc_id AS doc_id, c.outlet
    FROM citations c
    JOIN store.stories s ON s.doc_id = c.doc_id
    JOIN copies p ON p.doc_id = c.doc_id
),
outlets AS MATERIALIZED (
    SELECT
        story_id, doc_id,
        regexp_replace(regexp_replace(lower(strip_accents(called)), '[^\p{L}\p{N}]', '', 'g'), '^the', '') AS name
    FROM (
        SELECT story_id, doc_id, outlet AS called FROM cited
        UNION ALL
        -- Of an address the longest part but the last: that is mostly what the outlet is called.
        SELECT
            story_id, doc_id,
            list_max(list_transform(string_split(site, '.')[:-2], lambda part: {'long': length(part), 'part': part})).part
        FROM told
    )
),
-- Each with the first telling of its outlet, both ways.
near AS MATERIALIZED (
    SELECT o.doc_id, f.first
    FROM outlets o
    JOIN (SELECT story_id, name, min(doc_id) AS first FROM outlets GROUP BY ALL) f
        ON f.story_id = o.story_id AND f.name = o.name
    WHERE o.doc_id <> f.first AND o.name <> ''
),
edges AS MATERIALIZED (
    SELECT doc_id AS one, first AS other FROM near
    UNION
    SELECT first, doc_id FROM near
),
labels(doc_id, root) USING KEY (doc_id) AS (
    SELECT doc_id, doc_id FROM told
    UNION
    SELECT e.other, min(l.root)
    FROM labels l
    JOIN edges e ON e.one = l.doc_id
    JOIN recurring.labels known ON known.doc_id = e.other
    WHERE l.root < known.root
    GROUP BY e.other
),
named AS (
    SELECT doc_id, list_sort(list(outlet)) AS outlets FROM cited GROUP BY doc_id
)
SELECT
    t.story_id, t.doc_id, p.size - 1 AS copies, coalesce(n.outlets, []) AS cited_outlets, l.root AS origin_doc_id
FROM told t
JOIN copies p ON p.doc_id = t.doc_id
JOIN labels l ON l.doc_id = t.doc_id
LEFT JOIN named n ON n.doc_id = t.doc_id;
COMMENT ON VIEW tellings IS 'One row per group of copies: which story it tells, and on whose word';
COMMENT ON COLUMN tellings.story_id IS 'The story';
COMMENT ON COLUMN tellings.doc_id IS 'The canonical document of the group';
COMMENT ON COLUMN tellings.copies IS 'How many other documents are copies of it';
COMMENT ON COLUMN tellings.cited_outlets IS 'Outlets that it or a copy of it cites, sorted';
COMMENT ON COLUMN tellings.origin_doc_id IS 'The same for all tellings of the story that rest on one origin: those that cite one outlet, that one site printed, or of which one cites the other''s site; the smallest of their ids';

CREATE VIEW origins AS
WITH told AS (
    SELECT
        story_id, count(*)::INTEGER AS tellings, count(DISTINCT origin_doc_id)::INTEGER AS origins,
        list_sort(list_distinct(flatten(list(cited_outlets)))) AS outlets
    FROM tellings
    GROUP BY story_id
),
printed AS (
    SELECT
        s.story_id, count(*)::INTEGER AS documents,
        coalesce(list_sort(list(DISTINCT d.site) FILTER (d.site IS NOT NULL)), []) AS sites,
        arg_min(d.doc_id, (d.published_at, d.doc_id)) FILTER (d.published_at IS NOT NULL) AS first_doc_id,
        arg_min(coalesce(d.site, d.source), (d.published_at, d.doc_id)) FILTER (d.published_at IS NOT NULL) AS first_site,
        min(d.published_at) AS first_published_at,
        max(d.published_at) AS last_published_at
    FROM store.stories s
    JOIN documents d ON d.doc_id = s.doc_id
    GROUP BY s.story_id
)
SELECT
    p.story_id, p.documents, p.documents - t.tellings AS copies, t.tellings, t.outlets AS cited_outlets,
    t.origins AS independent_origins, p.sites, p.first_doc_id, p.first_site, p.first_published_at, p.last_published_at
FROM printed p
JOIN told t ON t.story_id = p.story_id;
COMMENT ON VIEW origins IS 'One row per story: who told it, on whose word, how many independently, and who was first';
COMMENT ON COLUMN origins.story_id IS 'The story';
COMMENT ON COLUMN origins.documents IS 'Number of documents, copies among them';
COMMENT ON COLUMN origins.copies IS 'How many of these are copies of another one of them';
COMMENT ON COLUMN origins.tellings IS 'Number of groups of copies, each a telling of its own';
COMMENT ON COLUMN origins.cited_outlets IS 'Outlets that they cite, sorted';
COMMENT ON COLUMN origins.independent_origins IS 'Number of tellings where those count once that cite one outlet, that were printed by one site, or of which one cites the other''s site';
COMMENT ON COLUMN origins.sites IS 'Sites that carry it, sorted';
COMMENT ON COLUMN origins.first_doc_id IS 'The document that was published first; NULL where no date is known';
COMMENT ON COLUMN origins.first_site IS 'Its site, else its collection';
COMMENT ON COLUMN origins.first_published_at IS 'Earliest publication';
COMMENT ON COLUMN origins.last_published_at IS 'Latest publication';
