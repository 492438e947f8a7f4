-- Signatures as numbers, which pack better than bytes and can be read in SQL. Keys in half their width: what they
-- bring together by chance is verified like every candidate. Rows of keys stand in the order of the texts, so that
-- their numbers take next to no room.

CREATE TABLE store.compact_contents (
    content_no INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    tokens INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    signature UINTEGER[128] NOT NULL
);
INSERT INTO store.compact_contents
SELECT
    content_no, content_hash, tokens, passages,
    list_transform(
        range(128),
        lambda i: (
            '0x' || substr(bytes, 8 * i + 7, 2) || substr(bytes, 8 * i + 5, 2)
            || substr(bytes, 8 * i + 3, 2) || substr(bytes, 8 * i + 1, 2)
        )::UINTEGER
    )::UINTEGER[128]
FROM (SELECT *, hex(signature) AS bytes FROM store.contents);
DROP TABLE store.contents;
ALTER TABLE store.compact_contents RENAME TO contents;
COMMENT ON TABLE store.contents IS 'Every clean text that some document holds now, once: matching compares texts, not documents';
COMMENT ON COLUMN store.contents.content_no IS 'Number of the text; internal, may differ from file to file';
COMMENT ON COLUMN store.contents.content_hash IS 'SHA-256 of the text';
COMMENT ON COLUMN store.contents.tokens IS 'Number of tokens: words, or character trigrams in scripts without spaces';
COMMENT ON COLUMN store.contents.passages IS 'Number of its keys in store.passage_keys';
COMMENT ON COLUMN store.contents.signature IS 'MinHash signature: 128 minima; loads into datasketch';

ALTER TABLE store.band_keys ALTER key SET DATA TYPE UINTEGER USING ((key & 4294967295)::UINTEGER);
COMMENT ON COLUMN store.band_keys.key IS 'Hash of the band, its number folded in; the lower half';

ALTER TABLE store.passage_keys ALTER key SET DATA TYPE UINTEGER USING ((key & 4294967295)::UINTEGER);
COMMENT ON COLUMN store.passage_keys.key IS 'Hash of eight successive tokens; the lower half';
