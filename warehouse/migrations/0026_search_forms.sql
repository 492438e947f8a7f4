-- Search finds more of what people type: words of languages whose endings it did not know, Korean words with their
-- particles, umlauts written as two letters, halfwidth kana, and an asterisk inside the quotation marks.

INSERT INTO store.endings
SELECT language, unnest(regexp_split_to_array(endings, '\s+')) FROM (VALUES
    ('arabic', 'ا ات اته اتها اتهم ان اني ة ت تك تم تما تن ته تها تهم تي ك كم كما كن ن نا ني ه ها هم هما هن و وا ون ي يا ية
ين يون يين'),
    ('hindi', 'ा ाई ाए ाएं ाएँ ाओं ि ियाँ ियां ियों ी ीय ु ू े ें ो ों एं एँ ओं'),
    ('nepali', 'का की को बाट मा ले लाई सँग हरु हरू हरुको हरूको हरुले हरूले'),
    ('persian', 'ات ان ها هاي هایی های هایش هایم ی')
) AS each(language, endings);
INSERT INTO store.endings
SELECT unnest(['arabic', 'armenian', 'basque', 'hindi', 'irish', 'nepali', 'persian', 'tamil', 'yiddish']), '';

-- Lower case; invisible marks gone; halfwidth kana as the others, whose marks are put together with them.
CREATE OR REPLACE MACRO store.plain(words) AS
    CASE
        WHEN strlen(words) = length(words) THEN lower(words)
        ELSE regexp_replace(
            lower(nfc_normalize(translate(
                words,
                'ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ',
                'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン' || chr(12441) || chr(12442)
            ))),
            '[\p{Cf}\x{034F}\x{0640}\x{FE00}-\x{FE0F}]+', '', 'g'
        )
    END;

CREATE OR REPLACE MACRO store.query_parts(query) AS TABLE
WITH pieces AS MATERIALIZED (
    SELECT store.query_pieces(query) AS pieces
),
signed AS MATERIALIZED (
    SELECT
        number, CASE WHEN part[1] IN ('+', '-') THEN part[1] ELSE '' END AS sign,
        contains(part, '"') AS quoted, regexp_matches(part, '\*"?$') AS open, words
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

-- A Korean word, to which particles are put.
CREATE MACRO store.takes_particles(token) AS regexp_matches(token, '^[\x{AC00}-\x{D7A3}]{2,}$');

-- How else a word may be written whose stem is to be guessed: German without umlauts, Arabic without its article.
CREATE MACRO store.other_writings(token) AS [
    {'language': 'german', 'token': regexp_replace(token, '([aou])e', '\1', 'g')},
    {'language': 'arabic', 'token': regexp_replace(token, '^[وفبك]?(?:ال|لل)', '')}
];

CREATE OR REPLACE MACRO store.query_terms(query) AS TABLE
WITH parts AS MATERIALIZED (
    SELECT * FROM store.query_parts(query)
),
slots AS MATERIALIZED (
    SELECT
        s.number, s.slot, s.token, store.token_key(s.token) AS token_key,
        s.slot = s.slots AND (
            s.open OR (length(s.token) = 1 AND store.has_no_spaces(s.token))
            OR (s.slots = 1 AND NOT s.quoted AND store.takes_particles(s.token))
        ) AS prefix,
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
written AS (
    SELECT number, slot, NULL AS language, token FROM slots WHERE stemmed
    UNION
    SELECT o.number, o.slot, o.writing.language, o.writing.token
    FROM (SELECT number, slot, unnest(store.other_writings(token)) AS writing FROM slots WHERE stemmed) o
),
-- Others may be a stem, or have one that an ending was put to.
guessed AS (
    SELECT
        w.number, w.slot,
        store.stem_key(e.language, left(w.token, length(w.token) - length(e.ending))) AS stem_key
    FROM written w
    JOIN store.endings e
        ON ends_with(w.token, e.ending) AND (e.ending = '' OR length(w.token) - length(e.ending) >= 3)
        AND e.language = coalesce(w.language, e.language)
    LEFT JOIN known k ON k.number = w.number AND k.language = e.language
    WHERE k.number IS NULL
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
