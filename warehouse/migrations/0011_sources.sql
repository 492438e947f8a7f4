-- Where the documents of a collection come from and on what terms, as the configuration says.

CREATE TABLE sources (
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    locations VARCHAR[] NOT NULL,
    schedule VARCHAR,
    licence VARCHAR,
    configured_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE sources IS 'Sources by configuration, as the last run that read it found them; a source that is no longer configured stays';
COMMENT ON COLUMN sources.name IS 'Name of the collection that its documents are in';
COMMENT ON COLUMN sources.kind IS 'How its inputs are read; auto goes by their names and contents';
COMMENT ON COLUMN sources.locations IS 'Paths and addresses as they are configured, without user names, passwords and keys';
COMMENT ON COLUMN sources.schedule IS 'Cron expression in UTC; NULL where it is run by hand only';
COMMENT ON COLUMN sources.licence IS 'Note on the terms on which its documents may be used';
COMMENT ON COLUMN sources.configured_at IS 'When a run first found it configured so';
COMMENT ON COLUMN sources.run_id IS 'That run';

CREATE OR REPLACE VIEW documents AS
SELECT
    h.doc_id, h.source_uri, h.source, r.media_type, r.url, r.canonical_url, r.site, r.title, r.byline,
    r.published_at, r.published_from, r.modified_at, r.language, r.text,
    coalesce(r.extracted_text, r.text) AS extracted_text,
    r.word_count, r.content_hash, h.revision, h.first_seen_at, h.updated_at, h.run_id, r.extra, s.licence
FROM store.heads h
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
LEFT JOIN sources s ON s.name = h.source;
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
COMMENT ON COLUMN documents.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text, carrier; NULL without one';
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
COMMENT ON COLUMN documents.licence IS 'On what terms it may be used, by the note that its source has in the configuration; NULL without one';

CREATE OR REPLACE VIEW articles AS
SELECT
    d.doc_id, d.source_uri, d.source, d.media_type, d.url, d.canonical_url, d.site, d.title, d.byline,
    d.published_at, d.published_from, d.modified_at, d.language, d.text, d.extracted_text, d.word_count,
    d.content_hash, d.revision, d.first_seen_at, d.updated_at, d.run_id, d.extra,
    g.copies, g.sites, g.first_published_at, g.last_published_at, s.story_id, d.licence
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
COMMENT ON COLUMN articles.published_from IS 'Where that time was read: record, json-ld, meta, time, url, page, text, carrier; NULL without one';
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
COMMENT ON COLUMN articles.licence IS 'On what terms it may be used, by the note that its source has in the configuration; NULL without one';
