-- Search answers sooner: words are found by numbers, their places lie together by word, and of a document nothing is
-- read before it is known to fit. What search knows is made anew by the next run.

DROP MACRO TABLE search;
DROP MACRO TABLE store.ranked;
DROP MACRO TABLE store.query_terms;
DROP TABLE store.vocabulary;
DELETE FROM store.postings;
DELETE FROM store.search_chunks;
DELETE FROM store.search_entries;
ALTER TABLE store.search_entries ADD COLUMN plain BOOLEAN;
COMMENT ON COLUMN store.search_entries.plain IS 'True where all letters and digits of the text are ASCII, and nothing in it is invisible';

CREATE TABLE store.vocabulary (
    token_no INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    token VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    token_key UINTEGER NOT NULL,
    stem_key UBIGINT NOT NULL
);
COMMENT ON TABLE store.vocabulary IS 'Every word of any document, once per language that has a stemmer';
COMMENT ON COLUMN store.vocabulary.token_no IS 'Number of the word; internal, may differ from file to file';
COMMENT ON COLUMN store.vocabulary.language IS 'Name of the stemming algorithm; empty for documents in a language without one';
COMMENT ON COLUMN store.vocabulary.token IS 'The word in lower case without diacritics, or two characters of a script without spaces';
COMMENT ON COLUMN store.vocabulary.spelling IS 'The word with its diacritics; empty where it has none';
COMMENT ON COLUMN store.vocabulary.token_key IS 'store.token_key(token): numbers are compared sooner than words';
COMMENT ON COLUMN store.vocabulary.stem_key IS 'store.stem_key(language, stem) of its folded stem: the same for all forms of a word';

CREATE MACRO store.token_key(token) AS (md5_number_lower(token) & 4294967295)::UINTEGER;

CREATE MACRO store.stem_key(language, stem) AS md5_number_lower(language || ' ' || stem);

-- The parts of a query as they are written: words and phrases, with their signs.
CREATE MACRO store.query_pieces(query) AS
    regexp_extract_all(translate(query, '“”„«»', '"""""'), '[+-]?(?:"[^"]*"?\*?|[^\s"]+)');

-- The words of each part. Step by step, since a macro copies what it is given wherever it names it.
CREATE MACRO store.piece_words(pieces) AS
    list_transform(
        list_transform(list_transform(pieces, lambda piece: store.plain(piece)), lambda piece: store.fold(piece)),
        lambda piece: trim(store.spaced(piece))
    );

CREATE OR REPLACE MACRO store.query_parts(query) AS TABLE
WITH pieces AS MATERIALIZED (
    SELECT store.query_pieces(query) AS pieces
),
signed AS MATERIALIZED (
    SELECT
        number, CASE WHEN part[1] IN ('+', '-') THEN part[1] ELSE '' END AS sign,
        contains(part, '"') AS quoted, ends_with(part, '*') AS open, words
    FROM (
        SELECT
            unnest(pieces) AS part, unnest(store.piece_words(pieces)) AS words,
            generate_subscripts(pieces, 1) AS number
        FROM pieces
    )
)
SELECT
    number, sign, quoted, open, words,
    flatten(list_transform(
        regexp_extract_all(words, store.no_spaces() || '+|[^ ' || substr(store.no_spaces(), 2) || '+'),
        lambda run: CASE
            WHEN store.has_no_spaces(run) AND length(run) > 1
            THEN list_transform(range(1, length(run)), lambda place: substr(run, place, 2))
            ELSE [run]
        END
    )) AS slots,
    CASE WHEN store.has_no_spaces(words[1]) THEN '' ELSE ' ' END || words
    || CASE WHEN open OR store.has_no_spaces(words[-1]) THEN '' ELSE ' ' END AS needle
FROM signed
WHERE words <> '';

CREATE MACRO store.query_terms(query) AS TABLE
WITH parts AS MATERIALIZED (
    SELECT * FROM store.query_parts(query)
),
slots AS MATERIALIZED (
    SELECT
        s.number, s.slot, s.token, store.token_key(s.token) AS token_key,
        s.slot = s.slots AND (s.open OR (length(s.token) = 1 AND store.has_no_spaces(s.token))) AS prefix,
        s.slots = 1 AND NOT s.quoted AND NOT s.open AS stemmed
    FROM (
        SELECT number, quoted, open, len(slots) AS slots, unnest(slots) AS token, generate_subscripts(slots, 1) AS slot
        FROM parts
    ) s
),
exact AS MATERIALIZED (
    SELECT s.number, s.slot, s.stemmed AND v.language <> '' AS stemmed, v.token_no, v.language, v.stem_key
    FROM (SELECT * FROM store.vocabulary WHERE token_key IN (SELECT token_key FROM slots)) v
    JOIN slots s ON s.token = v.token
),
-- A word that stands in some document has the stem that it has there.
known AS MATERIALIZED (
    SELECT DISTINCT x.number, x.slot, x.language, x.stem_key
    FROM exact x
    JOIN (
        SELECT p.token_no, unnest(p.places).entry_no AS entry_no
        FROM store.postings p
        WHERE p.token_no IN (SELECT token_no FROM exact WHERE stemmed)
    ) f ON f.token_no = x.token_no
    WHERE x.stemmed AND f.entry_no NOT IN (SELECT entry_no FROM store.search_entries WHERE NOT live)
),
-- Others may be a stem, or have one that an ending was put to.
guessed AS (
    SELECT
        s.number, s.slot,
        store.stem_key(e.language, left(s.token, length(s.token) - length(e.ending))) AS stem_key
    FROM slots s
    JOIN store.endings e ON ends_with(s.token, e.ending) AND (e.ending = '' OR length(s.token) - length(e.ending) >= 3)
    LEFT JOIN known k ON k.number = s.number AND k.language = e.language
    WHERE s.stemmed AND k.number IS NULL
),
found AS (
    SELECT number, slot, token_no FROM exact
    UNION
    SELECT s.number, s.slot, v.token_no
    FROM store.vocabulary v
    JOIN slots s ON s.prefix AND starts_with(v.token, s.token)
    UNION
    SELECT s.number, s.slot, v.token_no
    FROM store.vocabulary v
    JOIN (SELECT number, slot, stem_key FROM known UNION ALL SELECT number, slot, stem_key FROM guessed) s
        ON s.stem_key = v.stem_key
)
SELECT p.number, p.sign, p.needle, len(p.slots) AS slots, f.slot, f.token_no
FROM parts p
LEFT JOIN found f ON f.number = p.number;

-- The phrases of a query that is in ASCII but for accents; NULL for any other. For what only saves time, it has to be
-- quick, and may leave a query to what is slower.
CREATE MACRO store.ascii_phrases(query) AS
    list_transform(
        [translate(lower(strip_accents(query)), '“”„«»', '"""""')],
        lambda plain: CASE
            WHEN strlen(plain) = length(plain) THEN list_filter(
                list_transform(
                    store.query_pieces(plain), lambda piece: trim(regexp_replace(piece, '[^a-z0-9]+', ' ', 'g'))
                ),
                lambda words: contains(words, ' ')
            )
        END
    )[1];

-- Finds quickly what may be a phrase of the query, in a text of which all letters are ASCII.
CREATE MACRO store.plain_phrases(query) AS
    '(?i)' || coalesce(replace(array_to_string(store.ascii_phrases(query), '|'), ' ', '[^a-z0-9]+'), '');

-- What to take out of a text to look there for the phrase of a query, and for no more than may be it: whatever is not
-- ASCII may be any letter. All of the text where the query has several phrases, or letters of other scripts.
CREATE MACRO store.any_letter() AS '[^\x00-\x7F]';

CREATE MACRO store.phrase_pattern(query) AS
    list_transform(
        [store.ascii_phrases(query)],
        lambda phrases: CASE
            WHEN len(phrases) = 1 THEN
                '(?i)(?:[a-z0-9]|' || store.any_letter() || ')*'
                || array_to_string(list_transform(
                    regexp_extract_all(phrases[1], 'ss|ae|oe|.'),
                    lambda piece: CASE
                        WHEN piece = ' ' THEN '[^a-z0-9]+'
                        ELSE '(?:' || piece[1] || '|' || store.any_letter() || '+)' || store.any_letter() || '*'
                    END || CASE
                        WHEN length(piece) = 1 THEN ''
                        ELSE '(?:' || piece[2] || '|' || store.any_letter() || '*)' || store.any_letter() || '*'
                    END
                ), '')
                || '(?:[a-z0-9]|' || store.any_letter() || ')*'
            ELSE '(?s).+'
        END
    )[1];

-- Okapi BM25 with k1 = 1.2 and b = 0.75, in whole billionths: these add up to the same in whatever order.
CREATE OR REPLACE MACRO store.bm25(weight, times, relative_length) AS
    (1e9 * weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * relative_length)))::BIGINT;

CREATE MACRO store.ranked(query) AS TABLE
WITH terms AS MATERIALIZED (
    SELECT * FROM store.query_terms(query)
),
entries AS MATERIALIZED (
    SELECT entry_no, doc_id, words, plain FROM store.search_entries WHERE live
),
counted AS (
    SELECT f.number, f.place.entry_no AS entry_no, sum(f.place.times) AS times
    FROM (
        SELECT t.number, unnest(p.places) AS place
        FROM store.postings p
        JOIN terms t ON t.token_no = p.token_no
        WHERE t.slots = 1
    ) f
    GROUP BY f.number, f.place.entry_no
),
-- Entries with all words of a phrase; more than 62 are not told apart.
candidates AS MATERIALIZED (
    SELECT c.number, c.entry_no, e.doc_id, e.plain, c.needle
    FROM (
        SELECT f.number, f.needle, f.place.entry_no AS entry_no
        FROM (
            SELECT t.number, t.needle, t.slots, 1::BIGINT << least(t.slot - 1, 61) AS slot, unnest(p.places) AS place
            FROM store.postings p
            JOIN terms t ON t.token_no = p.token_no
            WHERE t.slots > 1
        ) f
        GROUP BY f.number, f.needle, f.place.entry_no, f.slots
        HAVING bit_or(f.slot) = (1::BIGINT << least(f.slots, 62)) - 1
    ) c
    JOIN entries e ON e.entry_no = c.entry_no
),
-- Texts are read by the numbers of their rows: by anything else all texts would be.
places AS MATERIALIZED (
    SELECT DISTINCT r.rowid AS place, c.doc_id, c.plain
    FROM candidates c
    JOIN store.heads h ON h.doc_id = c.doc_id
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
),
taken AS MATERIALIZED (
    SELECT
        p.doc_id,
        array_to_string(
            regexp_extract_all(concat_ws(chr(10), r.title, r.text), store.phrase_pattern(query)), ' ʭ '
        ) AS pieces
    FROM store.revisions r
    JOIN places p ON r.rowid = p.place
    WHERE NOT p.plain OR regexp_matches(concat_ws(chr(10), r.title, r.text), store.plain_phrases(query))
),
-- Spaces are doubled, so that one phrase can follow the other.
texts AS (
    SELECT doc_id, replace(store.spaced(store.fold(store.plain(pieces))), ' ', '  ') AS words
    FROM taken
    WHERE pieces <> ''
),
phrases AS (
    SELECT
        c.number, c.entry_no,
        (length(x.words) - length(replace(x.words, c.needle, ''))) // length(c.needle) AS times
    FROM texts x
    JOIN (SELECT number, entry_no, doc_id, replace(needle, ' ', '  ') AS needle FROM candidates) c
        ON c.doc_id = x.doc_id AND contains(x.words, c.needle)
),
matched AS MATERIALIZED (
    SELECT m.number, m.entry_no, e.words, m.times
    FROM (SELECT * FROM counted UNION ALL SELECT * FROM phrases) m
    JOIN entries e ON e.entry_no = m.entry_no
),
-- Marks add up to what a document has: of the words asked for in the lower 20 bits, of those required above them.
-- One that is to be without makes the sum negative.
parts AS MATERIALIZED (
    SELECT
        t.number, t.sign, a.mean,
        ln(1 + (a.documents - coalesce(m.documents, 0) + 0.5) / (coalesce(m.documents, 0) + 0.5)) AS weight,
        CASE t.sign WHEN '-' THEN -(1::BIGINT << 50) WHEN '+' THEN (1 << 20) + 1 ELSE 1 END::BIGINT AS mark
    FROM (SELECT DISTINCT number, sign FROM terms) t
    CROSS JOIN (SELECT count(*) AS documents, sum(words) / count(*) AS mean FROM entries) a
    LEFT JOIN (SELECT number, count(*) AS documents FROM matched GROUP BY number) m ON m.number = t.number
),
scored AS (
    SELECT m.entry_no, sum(store.bm25(p.weight, m.times, m.words / p.mean)) AS score, sum(p.mark)::BIGINT AS marks
    FROM matched m
    JOIN parts p ON p.number = m.number
    GROUP BY m.entry_no
)
SELECT e.doc_id, s.score / 1e9 AS score, (a.parts - (s.marks & 1048575))::INTEGER AS missing
FROM scored s
JOIN (SELECT count(*) FILTER (sign <> '-') AS parts, count(*) FILTER (sign = '+') AS required FROM parts) a
    ON a.required = s.marks >> 20 AND s.marks & 1048575 > 0
JOIN entries e ON e.entry_no = s.entry_no;

CREATE MACRO search(query) AS TABLE
SELECT
    s.doc_id, s.score, s.missing, r.title, r.site, r.language, r.published_at, h.source, h.source_uri,
    r.canonical_url, c.canonical_doc_id, c.is_canonical, c.size AS copies
FROM store.ranked(query) s
JOIN store.heads h ON h.doc_id = s.doc_id
JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
JOIN copies c ON c.doc_id = s.doc_id
ORDER BY s.score DESC, s.doc_id;
COMMENT ON MACRO TABLE search IS 'Documents that hold words of a query, best first by BM25: SELECT * FROM search(''flood "harbour wall" ferr* -museum'')';
