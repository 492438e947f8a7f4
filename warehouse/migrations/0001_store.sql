-- What the program keeps for itself, in schema store. Analysts read the views of 0002.

CREATE SCHEMA store;

CREATE TABLE store.revisions (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    version_hash VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    url VARCHAR,
    canonical_url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    byline VARCHAR,
    published_at TIMESTAMPTZ,
    published_from VARCHAR,
    modified_at TIMESTAMPTZ,
    language VARCHAR,
    text VARCHAR NOT NULL,
    extracted_text VARCHAR,
    word_count INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    extra JSON,
    raw_format VARCHAR NOT NULL,
    raw BLOB NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.revisions IS 'Every version of every document that was ever seen; rows are only added';
COMMENT ON COLUMN store.revisions.doc_id IS 'The document';
COMMENT ON COLUMN store.revisions.number IS 'Number of this version of the document, from 1';
COMMENT ON COLUMN store.revisions.version_hash IS 'SHA-256 over the texts and fields: two versions with one hash are the same';
COMMENT ON COLUMN store.revisions.media_type IS 'Media type of the content, such as text/html';
COMMENT ON COLUMN store.revisions.url IS 'Address as given by the record or page';
COMMENT ON COLUMN store.revisions.canonical_url IS 'Canonical address';
COMMENT ON COLUMN store.revisions.site IS 'Host that published it, without www';
COMMENT ON COLUMN store.revisions.title IS 'Headline';
COMMENT ON COLUMN store.revisions.byline IS 'Names of the authors';
COMMENT ON COLUMN store.revisions.published_at IS 'Time of publication';
COMMENT ON COLUMN store.revisions.published_from IS 'Where that time was read';
COMMENT ON COLUMN store.revisions.modified_at IS 'Time of the last change that the page itself declares';
COMMENT ON COLUMN store.revisions.language IS 'Language code';
COMMENT ON COLUMN store.revisions.text IS 'Clean text';
COMMENT ON COLUMN store.revisions.extracted_text IS 'Text before cleaning; NULL where cleaning changed nothing';
COMMENT ON COLUMN store.revisions.word_count IS 'Number of words in the clean text';
COMMENT ON COLUMN store.revisions.content_hash IS 'SHA-256 of the clean text';
COMMENT ON COLUMN store.revisions.extra IS 'Fields of the record or page that have no column';
COMMENT ON COLUMN store.revisions.raw_format IS 'How the raw bytes are read: text, html or record';
COMMENT ON COLUMN store.revisions.raw IS 'The raw bytes as they arrived, compressed with zstd';
COMMENT ON COLUMN store.revisions.seen_at IS 'When this version was first seen';
COMMENT ON COLUMN store.revisions.run_id IS 'The run that brought it';

CREATE TABLE store.sightings (
    doc_id UUID NOT NULL,
    source VARCHAR NOT NULL,
    source_uri VARCHAR NOT NULL,
    version_hash VARCHAR NOT NULL,
    raw_hash VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    latest BOOLEAN NOT NULL
);
COMMENT ON TABLE store.sightings IS 'Every place where a document was found, with the version that stands there';
COMMENT ON COLUMN store.sightings.doc_id IS 'The document';
COMMENT ON COLUMN store.sightings.source IS 'Name of the collection';
COMMENT ON COLUMN store.sightings.source_uri IS 'Path or record within the collection';
COMMENT ON COLUMN store.sightings.version_hash IS 'Version of the document that stood there last';
COMMENT ON COLUMN store.sightings.raw_hash IS 'SHA-256 of the raw bytes that stood there last';
COMMENT ON COLUMN store.sightings.program IS 'Version of the program that read them';
COMMENT ON COLUMN store.sightings.latest IS 'False where another document has taken this place since';

CREATE TABLE store.heads (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    source_uri VARCHAR NOT NULL,
    content_no INTEGER,
    first_seen_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.heads IS 'One row per document: which of its versions is the current one';
COMMENT ON COLUMN store.heads.doc_id IS 'The document';
COMMENT ON COLUMN store.heads.number IS 'Number of the current version in store.revisions';
COMMENT ON COLUMN store.heads.revision IS 'How many versions were seen so far';
COMMENT ON COLUMN store.heads.source IS 'Collection in which the current version stands';
COMMENT ON COLUMN store.heads.source_uri IS 'Where in the collection it stands';
COMMENT ON COLUMN store.heads.content_no IS 'The clean text in store.contents; NULL for an empty one';
COMMENT ON COLUMN store.heads.first_seen_at IS 'When the document was first seen';
COMMENT ON COLUMN store.heads.updated_at IS 'When its current row last changed';
COMMENT ON COLUMN store.heads.run_id IS 'The run that last changed it';

CREATE TABLE store.cuts (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "stop" INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE store.cuts IS 'What cleaning took out of each version of each document';
COMMENT ON COLUMN store.cuts.doc_id IS 'The document';
COMMENT ON COLUMN store.cuts.number IS 'Number of the version';
COMMENT ON COLUMN store.cuts.start IS 'First character of the cut in the extracted text, from 0';
COMMENT ON COLUMN store.cuts."stop" IS 'Character after the last one of the cut';
COMMENT ON COLUMN store.cuts.kind IS 'Kind of boilerplate';
COMMENT ON COLUMN store.cuts.rule IS 'Rule that found it';
COMMENT ON COLUMN store.cuts.reason IS 'What convinced the rule, in a sentence';
COMMENT ON COLUMN store.cuts.text IS 'Exactly what was cut';

CREATE TABLE store.embeds (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER,
    "stop" INTEGER,
    platform VARCHAR NOT NULL,
    author VARCHAR,
    handle VARCHAR,
    posted_on DATE,
    text VARCHAR NOT NULL,
    urls VARCHAR[] NOT NULL
);
COMMENT ON TABLE store.embeds IS 'Posts of other platforms inside each version of each document';
COMMENT ON COLUMN store.embeds.doc_id IS 'The document';
COMMENT ON COLUMN store.embeds.number IS 'Number of the version';
COMMENT ON COLUMN store.embeds.start IS 'First character in the extracted text, from 0; NULL where extraction left the post out';
COMMENT ON COLUMN store.embeds."stop" IS 'Character after the last one';
COMMENT ON COLUMN store.embeds.platform IS 'Platform of the post';
COMMENT ON COLUMN store.embeds.author IS 'Name of the author';
COMMENT ON COLUMN store.embeds.handle IS 'Handle of the author without @';
COMMENT ON COLUMN store.embeds.posted_on IS 'Day of the post';
COMMENT ON COLUMN store.embeds.text IS 'Words of the post';
COMMENT ON COLUMN store.embeds.urls IS 'Addresses in the post';

CREATE TABLE store.notices (
    doc_id UUID NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "stop" INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR,
    domain VARCHAR,
    year INTEGER
);
COMMENT ON TABLE store.notices IS 'What the boilerplate of each version of each document says';
COMMENT ON COLUMN store.notices.doc_id IS 'The document';
COMMENT ON COLUMN store.notices.number IS 'Number of the version';
COMMENT ON COLUMN store.notices.start IS 'First character in the extracted text, from 0';
COMMENT ON COLUMN store.notices."stop" IS 'Character after the last one';
COMMENT ON COLUMN store.notices.role IS 'copyright, photo, author or origin';
COMMENT ON COLUMN store.notices.name IS 'Who is named';
COMMENT ON COLUMN store.notices.domain IS 'Domain that is named';
COMMENT ON COLUMN store.notices.year IS 'Year that is named';

CREATE TABLE store.contents (
    content_no INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    tokens INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    signature BLOB NOT NULL
);
COMMENT ON TABLE store.contents IS 'Every clean text that some document holds now, once: matching compares texts, not documents';
COMMENT ON COLUMN store.contents.content_no IS 'Number of the text; internal, may differ from file to file';
COMMENT ON COLUMN store.contents.content_hash IS 'SHA-256 of the text';
COMMENT ON COLUMN store.contents.tokens IS 'Number of tokens: words, or character trigrams in scripts without spaces';
COMMENT ON COLUMN store.contents.passages IS 'Number of its keys in store.passage_keys';
COMMENT ON COLUMN store.contents.signature IS 'MinHash signature: 128 unsigned 32-bit integers, little-endian; loads into datasketch';

CREATE TABLE store.band_keys (key UBIGINT NOT NULL, content_no INTEGER NOT NULL);
COMMENT ON TABLE store.band_keys IS 'LSH bands: texts that share a key are compared';
COMMENT ON COLUMN store.band_keys.key IS 'Hash of the band, its number folded in';
COMMENT ON COLUMN store.band_keys.content_no IS 'The text';

CREATE TABLE store.passage_keys (key UBIGINT NOT NULL, content_no INTEGER NOT NULL);
COMMENT ON TABLE store.passage_keys IS 'Winnowed fingerprints of passages: texts that share enough of them are compared';
COMMENT ON COLUMN store.passage_keys.key IS 'Hash of eight successive tokens';
COMMENT ON COLUMN store.passage_keys.content_no IS 'The text';

CREATE TABLE store.pairs (
    content_a INTEGER NOT NULL,
    content_b INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    jaccard DOUBLE NOT NULL,
    containment DOUBLE NOT NULL,
    score DOUBLE NOT NULL,
    run_id UUID NOT NULL
);
COMMENT ON TABLE store.pairs IS 'Related texts, each pair once, the one with the smaller content hash as a';
COMMENT ON COLUMN store.pairs.content_a IS 'One text';
COMMENT ON COLUMN store.pairs.content_b IS 'The other text';
COMMENT ON COLUMN store.pairs.kind IS 'exact, near or contains';
COMMENT ON COLUMN store.pairs.jaccard IS 'True Jaccard of the shingle sets';
COMMENT ON COLUMN store.pairs.containment IS 'True share of the smaller shingle set that stands in the larger';
COMMENT ON COLUMN store.pairs.score IS 'Strength of the relation by its own kind';
COMMENT ON COLUMN store.pairs.run_id IS 'The run that found it';

CREATE TABLE store.passages (
    content_a INTEGER NOT NULL,
    content_b INTEGER NOT NULL,
    start_a INTEGER NOT NULL,
    stop_a INTEGER NOT NULL,
    start_b INTEGER NOT NULL,
    stop_b INTEGER NOT NULL
);
COMMENT ON TABLE store.passages IS 'Passages of at least eight words that related texts share';
COMMENT ON COLUMN store.passages.content_a IS 'One text';
COMMENT ON COLUMN store.passages.content_b IS 'The other text';
COMMENT ON COLUMN store.passages.start_a IS 'First character in the one, from 0';
COMMENT ON COLUMN store.passages.stop_a IS 'Character after the last one in the one';
COMMENT ON COLUMN store.passages.start_b IS 'First character in the other, from 0';
COMMENT ON COLUMN store.passages.stop_b IS 'Character after the last one in the other';

CREATE TABLE store.rejects (
    reject_id UUID NOT NULL,
    run_id UUID NOT NULL,
    source VARCHAR NOT NULL,
    source_uri VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    error_code VARCHAR NOT NULL,
    content_hash VARCHAR,
    size BIGINT,
    replayed_at TIMESTAMPTZ,
    raw BLOB
);
COMMENT ON TABLE store.rejects IS 'Inputs that were set aside, with their bytes where these are few';
COMMENT ON COLUMN store.rejects.reject_id IS 'Id made from place, bytes and code: one row however often the input comes';
COMMENT ON COLUMN store.rejects.run_id IS 'The run that met it first';
COMMENT ON COLUMN store.rejects.source IS 'Name of the collection';
COMMENT ON COLUMN store.rejects.source_uri IS 'Path or record within the collection';
COMMENT ON COLUMN store.rejects.reason IS 'What is wrong, in a sentence';
COMMENT ON COLUMN store.rejects.error_code IS 'What is wrong, as a fixed word';
COMMENT ON COLUMN store.rejects.content_hash IS 'SHA-256 of the bytes, where they were read';
COMMENT ON COLUMN store.rejects.size IS 'Number of bytes, where known';
COMMENT ON COLUMN store.rejects.replayed_at IS 'When an input at this place was accepted after all';
COMMENT ON COLUMN store.rejects.raw IS 'The bytes, compressed with zstd';

CREATE TABLE runs (
    run_id UUID NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    status VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    parameters JSON NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    removals INTEGER NOT NULL DEFAULT 0,
    near_duplicates INTEGER NOT NULL DEFAULT 0,
    seconds DOUBLE,
    version VARCHAR NOT NULL
);
COMMENT ON TABLE runs IS 'Every run that loaded something or tried to';
COMMENT ON COLUMN runs.run_id IS 'Id of the run';
COMMENT ON COLUMN runs.started_at IS 'When it began';
COMMENT ON COLUMN runs.finished_at IS 'When it ended; NULL while it runs';
COMMENT ON COLUMN runs.status IS 'running, completed, failed (it said why) or crashed (it was killed)';
COMMENT ON COLUMN runs.source IS 'Name of the collection that it loaded into';
COMMENT ON COLUMN runs.parameters IS 'What it was asked to do';
COMMENT ON COLUMN runs.seen IS 'Inputs met: documents and rejects';
COMMENT ON COLUMN runs.added IS 'New documents';
COMMENT ON COLUMN runs.updated IS 'Documents that got another current version';
COMMENT ON COLUMN runs.unchanged IS 'Documents that were there already';
COMMENT ON COLUMN runs.rejected IS 'Inputs that were set aside';
COMMENT ON COLUMN runs.removals IS 'Cuts in the documents added or updated';
COMMENT ON COLUMN runs.near_duplicates IS 'Documents added or updated that turned out to be in a group of copies';
COMMENT ON COLUMN runs.seconds IS 'Wall time in seconds';
COMMENT ON COLUMN runs.version IS 'Version of the program';

CREATE TABLE copies (
    doc_id UUID NOT NULL,
    copy_id UUID NOT NULL,
    canonical_doc_id UUID NOT NULL,
    is_canonical BOOLEAN NOT NULL,
    why_canonical VARCHAR NOT NULL,
    size INTEGER NOT NULL
);
COMMENT ON TABLE copies IS 'Groups of copies: every document has a row, one without copies is a group of one';
COMMENT ON COLUMN copies.doc_id IS 'The document';
COMMENT ON COLUMN copies.copy_id IS 'Id of the group, made from its canonical document';
COMMENT ON COLUMN copies.canonical_doc_id IS 'The document that stands for the group';
COMMENT ON COLUMN copies.is_canonical IS 'True for that document';
COMMENT ON COLUMN copies.why_canonical IS 'Why that one stands for the group';
COMMENT ON COLUMN copies.size IS 'Number of documents in the group';
