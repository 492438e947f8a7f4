-- What analysts read.

CREATE VIEW documents AS
SELECT
    h.doc_id, h.source_uri, h.source, r.media_type, r.url, r.canonical_url, r.site, r.title, r.byline,
    r.published_at, r.published_from, r.modified_at, r.language, r.text,
    coalesce(r.extracted_text, r.text) AS extracted_text,
    r.word_count, r.content_hash, h.revision, h.first_seen_at, h.updated_at, h.run_id, r.extra
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number;
COMMENT ON VIEW documents IS 'One row per document, in its current version';
COMMENT ON COLUMN documents.doc_id IS 'Id made from the canonical address, else from the place: the same in every run and rebuild';
COMMENT ON COLUMN documents.source_uri IS 'Path relative to the ingested root, with #N for the Nth record of a file';
COMMENT ON COLUMN documents.source IS 'Name of the collection';
COMMENT ON COLUMN documents.media_type IS 'Media type of the content, such as text/html';
COMMENT ON COLUMN documents.url IS 'Address as given by the record or page';
COMMENT ON COLUMN documents.canonical_url IS 'Canonical address, without tracking parameters; NULL when none is known';
COMMENT ON COLUMN documents.site IS 'Host that published it, without www; from the address, else from a copyright footer';
COMMENT ON COLUMN documents.title IS 'Headline';
COMMENT ON COLUMN documents.byline IS 'Names of the authors';
COMMENT ON COLUMN documents.published_at IS 'Time of publication; a date without a time is midnight UTC';
COMMENT ON COLUMN documents.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page; NULL without one';
COMMENT ON COLUMN documents.modified_at IS 'Time of the last change that the page itself declares';
COMMENT ON COLUMN documents.language IS 'Language code: given, declared by the page, or detected';
COMMENT ON COLUMN documents.text IS 'Clean text: the extracted text without its removals';
COMMENT ON COLUMN documents.extracted_text IS 'Text before cleaning; for plain text the decoded input itself';
COMMENT ON COLUMN documents.word_count IS 'Number of words in the clean text';
COMMENT ON COLUMN documents.content_hash IS 'SHA-256 of the clean text in hex; equals sha256(text)';
COMMENT ON COLUMN documents.revision IS 'How many versions of the document were seen; this is the current one';
COMMENT ON COLUMN documents.first_seen_at IS 'When the document was first seen';
COMMENT ON COLUMN documents.updated_at IS 'When this row last changed';
COMMENT ON COLUMN documents.run_id IS 'The run that last changed it';
COMMENT ON COLUMN documents.extra IS 'Fields of the record or page that have no column, as JSON';

CREATE VIEW removals AS
SELECT c.doc_id, c.start, c."stop", c.kind, c.rule, c.reason, c.text
FROM store.cuts c
JOIN store.heads h ON h.doc_id = c.doc_id AND h.number = c.number;
COMMENT ON VIEW removals IS 'One row per cut: text and removals together give back the extracted text';
COMMENT ON COLUMN removals.doc_id IS 'The document';
COMMENT ON COLUMN removals.start IS 'First character of the cut in extracted_text, from 0';
COMMENT ON COLUMN removals."stop" IS 'Character after the last one of the cut';
COMMENT ON COLUMN removals.kind IS 'advertisement, copyright, embed, comments, related, navigation, credit, widget, subscription, repeated or other';
COMMENT ON COLUMN removals.rule IS 'Rule that found it';
COMMENT ON COLUMN removals.reason IS 'What convinced the rule, in a sentence';
COMMENT ON COLUMN removals.text IS 'Exactly what was cut';

CREATE VIEW embeds AS
SELECT e.doc_id, e.start, e."stop", e.platform, e.author, e.handle, e.posted_on, e.text, e.urls
FROM store.embeds e
JOIN store.heads h ON h.doc_id = e.doc_id AND h.number = e.number;
COMMENT ON VIEW embeds IS 'Posts of other platforms that articles embed';
COMMENT ON COLUMN embeds.doc_id IS 'The document';
COMMENT ON COLUMN embeds.start IS 'First character in extracted_text, from 0; NULL where extraction left the post out';
COMMENT ON COLUMN embeds."stop" IS 'Character after the last one; NULL as start';
COMMENT ON COLUMN embeds.platform IS 'x, instagram, facebook, …';
COMMENT ON COLUMN embeds.author IS 'Name of the author';
COMMENT ON COLUMN embeds.handle IS 'Handle of the author, without @';
COMMENT ON COLUMN embeds.posted_on IS 'Day of the post';
COMMENT ON COLUMN embeds.text IS 'Words of the post';
COMMENT ON COLUMN embeds.urls IS 'Addresses in the post';

CREATE VIEW notices AS
SELECT n.doc_id, n.start, n."stop", n.role, n.name, n.domain, n.year
FROM store.notices n
JOIN store.heads h ON h.doc_id = n.doc_id AND h.number = n.number;
COMMENT ON VIEW notices IS 'What boilerplate says: copyright holders, photo credits, authors, the outlet that a text comes from';
COMMENT ON COLUMN notices.doc_id IS 'The document';
COMMENT ON COLUMN notices.start IS 'First character in extracted_text, from 0';
COMMENT ON COLUMN notices."stop" IS 'Character after the last one';
COMMENT ON COLUMN notices.role IS 'copyright (holder), photo (credit), author (byline) or origin (outlet that printed it first)';
COMMENT ON COLUMN notices.name IS 'Who is named';
COMMENT ON COLUMN notices.domain IS 'Domain that is named';
COMMENT ON COLUMN notices.year IS 'Year that is named';

-- Texts are compared, documents are reported: a pair of texts is a pair for all documents that hold them.
CREATE VIEW relations AS
SELECT
    least(a.doc_id, b.doc_id) AS doc_a, greatest(a.doc_id, b.doc_id) AS doc_b,
    p.kind, p.jaccard, p.containment, p.score, p.run_id
FROM store.pairs p
JOIN store.heads a ON a.content_no = p.content_a
JOIN store.heads b ON b.content_no = p.content_b
UNION ALL
SELECT
    a.doc_id, b.doc_id, 'exact', 1.0, 1.0, 1.0,
    CASE WHEN a.updated_at > b.updated_at THEN a.run_id ELSE b.run_id END
FROM store.heads a
JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id;
COMMENT ON VIEW relations IS 'One row per related pair of documents, with true scores';
COMMENT ON COLUMN relations.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN relations.doc_b IS 'The other document';
COMMENT ON COLUMN relations.kind IS 'exact, near, contains or story: the strongest that holds';
COMMENT ON COLUMN relations.jaccard IS 'True Jaccard of the sets of three-word shingles of the clean texts';
COMMENT ON COLUMN relations.containment IS 'True share of the smaller set of shingles that stands in the larger';
COMMENT ON COLUMN relations.score IS 'Strength of the relation by its own kind, 0 to 1';
COMMENT ON COLUMN relations.run_id IS 'The run that found it';

CREATE VIEW evidence AS
WITH spans AS (
    SELECT
        a.doc_id AS doc_a, b.doc_id AS doc_b, a.number AS number_a,
        p.start_a, p.stop_a, p.start_b, p.stop_b
    FROM store.passages p
    JOIN store.heads a ON a.content_no = p.content_a
    JOIN store.heads b ON b.content_no = p.content_b
    WHERE a.doc_id < b.doc_id
    UNION ALL
    SELECT b.doc_id, a.doc_id, b.number, p.start_b, p.stop_b, p.start_a, p.stop_a
    FROM store.passages p
    JOIN store.heads a ON a.content_no = p.content_a
    JOIN store.heads b ON b.content_no = p.content_b
    WHERE b.doc_id < a.doc_id
    UNION ALL
    SELECT a.doc_id, b.doc_id, a.number, 0, length(r.text), 0, length(r.text)
    FROM store.heads a
    JOIN store.heads b ON a.content_no = b.content_no AND a.doc_id < b.doc_id
    JOIN store.revisions r ON r.doc_id = a.doc_id AND r.number = a.number
)
SELECT
    s.doc_a, s.doc_b, 'passage' AS kind,
    substring(r.text, s.start_a + 1, s.stop_a - s.start_a) AS text,
    s.start_a, s.stop_a, s.start_b, s.stop_b
FROM spans s
JOIN store.revisions r ON r.doc_id = s.doc_a AND r.number = s.number_a;
COMMENT ON VIEW evidence IS 'Why two documents are related: what they share, and where';
COMMENT ON COLUMN evidence.doc_a IS 'One document, the smaller id';
COMMENT ON COLUMN evidence.doc_b IS 'The other document';
COMMENT ON COLUMN evidence.kind IS 'passage: a run of at least eight equal words, or a whole text that both hold';
COMMENT ON COLUMN evidence.text IS 'The words as they stand in doc_a';
COMMENT ON COLUMN evidence.start_a IS 'First character in the clean text of doc_a, from 0';
COMMENT ON COLUMN evidence.stop_a IS 'Character after the last one in doc_a';
COMMENT ON COLUMN evidence.start_b IS 'First character in the clean text of doc_b, from 0';
COMMENT ON COLUMN evidence.stop_b IS 'Character after the last one in doc_b';

-- Copies tell the story of their canonical document; groups over different tellings are not made yet.
CREATE VIEW stories AS
SELECT c.doc_id, c.copy_id AS story_id, c.size, d.title AS headline
FROM copies c
JOIN documents d ON d.doc_id = c.canonical_doc_id;
COMMENT ON VIEW stories IS 'Groups of documents that report the same event: every document has a row';
COMMENT ON COLUMN stories.doc_id IS 'The document';
COMMENT ON COLUMN stories.story_id IS 'Id of the story';
COMMENT ON COLUMN stories.size IS 'Number of documents that tell it';
COMMENT ON COLUMN stories.headline IS 'Title of the document that stands for it';

CREATE VIEW articles AS
SELECT
    d.doc_id, d.source_uri, d.source, d.media_type, d.url, d.canonical_url, d.site, d.title, d.byline,
    d.published_at, d.published_from, d.modified_at, d.language, d.text, d.extracted_text, d.word_count,
    d.content_hash, d.revision, d.first_seen_at, d.updated_at, d.run_id, d.extra,
    g.copies, g.sites, g.first_published_at, g.last_published_at, s.story_id
FROM documents d
JOIN (
    SELECT
        c.canonical_doc_id,
        count(*)::INTEGER AS copies,
        coalesce(list_sort(list_distinct(list(m.site) FILTER (m.site IS NOT NULL))), []) AS sites,
        min(m.published_at) AS first_published_at,
        max(m.published_at) AS last_published_at
    FROM copies c
    JOIN documents m ON m.doc_id = c.doc_id
    GROUP BY c.canonical_doc_id
) g ON g.canonical_doc_id = d.doc_id
JOIN stories s ON s.doc_id = d.doc_id;
COMMENT ON VIEW articles IS 'One row per group of copies: the canonical document and what is known of its copies';
COMMENT ON COLUMN articles.doc_id IS 'Id made from the canonical address, else from the place: the same in every run and rebuild';
COMMENT ON COLUMN articles.source_uri IS 'Path relative to the ingested root, with #N for the Nth record of a file';
COMMENT ON COLUMN articles.source IS 'Name of the collection';
COMMENT ON COLUMN articles.media_type IS 'Media type of the content, such as text/html';
COMMENT ON COLUMN articles.url IS 'Address as given by the record or page';
COMMENT ON COLUMN articles.canonical_url IS 'Canonical address, without tracking parameters; NULL when none is known';
COMMENT ON COLUMN articles.site IS 'Host that published it, without www; from the address, else from a copyright footer';
COMMENT ON COLUMN articles.title IS 'Headline';
COMMENT ON COLUMN articles.byline IS 'Names of the authors';
COMMENT ON COLUMN articles.published_at IS 'Time of publication; a date without a time is midnight UTC';
COMMENT ON COLUMN articles.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page; NULL without one';
COMMENT ON COLUMN articles.modified_at IS 'Time of the last change that the page itself declares';
COMMENT ON COLUMN articles.language IS 'Language code: given, declared by the page, or detected';
COMMENT ON COLUMN articles.text IS 'Clean text: the extracted text without its removals';
COMMENT ON COLUMN articles.extracted_text IS 'Text before cleaning; for plain text the decoded input itself';
COMMENT ON COLUMN articles.word_count IS 'Number of words in the clean text';
COMMENT ON COLUMN articles.content_hash IS 'SHA-256 of the clean text in hex; equals sha256(text)';
COMMENT ON COLUMN articles.revision IS 'How many versions of the document were seen; this is the current one';
COMMENT ON COLUMN articles.first_seen_at IS 'When the document was first seen';
COMMENT ON COLUMN articles.updated_at IS 'When this row last changed';
COMMENT ON COLUMN articles.run_id IS 'The run that last changed it';
COMMENT ON COLUMN articles.extra IS 'Fields of the record or page that have no column, as JSON';
COMMENT ON COLUMN articles.copies IS 'Number of documents in the group, the canonical one among them';
COMMENT ON COLUMN articles.sites IS 'Sites that carry it, sorted';
COMMENT ON COLUMN articles.first_published_at IS 'Earliest publication in the group';
COMMENT ON COLUMN articles.last_published_at IS 'Latest publication in the group';
COMMENT ON COLUMN articles.story_id IS 'The story that it belongs to';

CREATE VIEW rejects AS
SELECT reject_id, run_id, source_uri, reason, error_code, content_hash, size, replayed_at, source
FROM store.rejects;
COMMENT ON VIEW rejects IS 'Inputs that were set aside, each once';
COMMENT ON COLUMN rejects.reject_id IS 'Id made from place, bytes and code: one row however often the input comes';
COMMENT ON COLUMN rejects.run_id IS 'The run that met it first';
COMMENT ON COLUMN rejects.source_uri IS 'Path or record within the collection';
COMMENT ON COLUMN rejects.reason IS 'What is wrong, in a sentence';
COMMENT ON COLUMN rejects.error_code IS 'What is wrong, as a fixed word';
COMMENT ON COLUMN rejects.content_hash IS 'SHA-256 of the bytes, where they were read';
COMMENT ON COLUMN rejects.size IS 'Number of bytes, where known';
COMMENT ON COLUMN rejects.replayed_at IS 'When an input at this place was accepted after all';
COMMENT ON COLUMN rejects.source IS 'Name of the collection';
