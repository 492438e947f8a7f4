-- Phrases are counted in one go through a text where its letters are ASCII, and everywhere alike: one that follows
-- itself counts twice. A query without a phrase unpacks no text.

-- A text as phrases are looked for in it: one space around each word.
CREATE OR REPLACE MACRO store.spaced(words) AS
    ' ' || trim(regexp_replace(regexp_replace(words, '[^\p{L}\p{M}\p{N} ]+', ' ', 'g'), ' {2,}', ' ', 'g')) || ' ';

-- The same for the few words of a query, without the outer spaces. A pattern that depends on them is made only when it
-- is needed: one with all letters of Unicode takes longer than the search for a word.
CREATE MACRO store.apart(words) AS
    trim(regexp_replace(
        words,
        CASE WHEN strlen(words) = length(words) THEN '[^a-zA-Z0-9]+' ELSE '[^\p{L}\p{M}\p{N}]+' END,
        ' ', 'g'
    ));

CREATE OR REPLACE MACRO store.piece_words(pieces) AS
    list_transform(
        list_transform(list_transform(pieces, lambda piece: store.plain(piece)), lambda piece: store.fold(piece)),
        lambda piece: store.apart(piece)
    );

-- Two spaces between the words of a phrase, and one around it: of the two that a text has there, the next may begin
-- with the other.
CREATE MACRO store.doubled(needle) AS
    CASE WHEN needle[1] = ' ' THEN ' ' ELSE '' END
    || replace(trim(needle), ' ', '  ')
    || CASE WHEN needle[-1] = ' ' THEN ' ' ELSE '' END;

-- What to take, once store.plain_phrases finds something, out of a text of which all letters are ASCII, and that has no underscores, to look there for the phrase
-- of a query: all of it where the query has several phrases, or letters of other scripts.
CREATE MACRO store.plain_pattern(query) AS
    list_transform(
        [store.ascii_phrases(query)],
        lambda phrases: CASE
            WHEN len(phrases) = 1 THEN
                '(?i)\b' || replace(phrases[1], ' ', '[^a-z0-9]+')
                || CASE WHEN contains(query, '*') THEN '[a-z0-9]*' ELSE '\b' END
            ELSE '(?s).+'
        END
    )[1];

-- A word of a phrase as a text may write it: whatever is not ASCII may be any letter.
CREATE MACRO store.word_pattern(word) AS
    array_to_string(list_transform(
        regexp_extract_all(word, 'ss|ae|oe|.'),
        lambda piece: '(?:' || piece[1] || '|[^\x00-\x7F]+)[^\x00-\x7F]*' || CASE
            WHEN length(piece) = 1 THEN ''
            ELSE '(?:' || piece[2] || '|[^\x00-\x7F]*)[^\x00-\x7F]*'
        END
    ), '');

-- The same for any text: all runs of words that may be of the phrase, so that what only looks like it covers none. Few
-- texts have all words of a long phrase: these are taken whole.
CREATE OR REPLACE MACRO store.phrase_pattern(query) AS
    list_transform(
        [list_transform(store.ascii_phrases(query), lambda phrase: string_split(phrase, ' '))],
        lambda phrases: CASE
            WHEN len(phrases) = 1 AND len(phrases[1]) <= 8 THEN list_transform(
                [
                    '(?:[a-z0-9]|[^\x00-\x7F])*(?:'
                    || array_to_string(list_transform(phrases[1], lambda word: store.word_pattern(word)), '|')
                    || ')(?:[a-z0-9]|[^\x00-\x7F])*'
                ],
                lambda any_word:
                    '(?i)' || any_word || '(?:[^a-z0-9]+' || any_word || '){' || least(len(phrases[1]) - 1, 2) || ',}'
            )[1]
            ELSE '(?s).+'
        END
    )[1];

CREATE OR REPLACE MACRO store.ranked(query) AS TABLE
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
-- Texts are read by the numbers of their rows: by anything else all texts would be. A number that no row has keeps a
-- query without candidates from unpacking the first texts.
places AS MATERIALIZED (
    SELECT DISTINCT r.rowid AS place, c.doc_id, c.plain
    FROM candidates c
    JOIN store.heads h ON h.doc_id = c.doc_id
    JOIN store.revisions r ON r.doc_id = h.doc_id AND r.number = h.number
    UNION ALL
    SELECT -1, NULL, NULL
),
read AS (
    SELECT p.doc_id, p.plain, concat_ws(chr(10), r.title, r.text) AS words
    FROM store.revisions r
    JOIN places p ON r.rowid = p.place
),
taken AS MATERIALIZED (
    SELECT
        doc_id,
        array_to_string(
            CASE
                WHEN plain THEN regexp_extract_all(
                    CASE WHEN contains(words, '_') THEN replace(words, '_', ' ') ELSE words END,
                    store.plain_pattern(query)
                )
                ELSE regexp_extract_all(words, store.phrase_pattern(query))
            END, ' ʭ '
        ) AS pieces
    FROM read
    WHERE NOT plain OR regexp_matches(words, store.plain_phrases(query))
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
    JOIN (SELECT number, entry_no, doc_id, store.doubled(needle) AS needle FROM candidates) c
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
