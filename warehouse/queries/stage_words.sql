-- The words of a batch, each with its number: the one that it has, or else the next free one.
CREATE OR REPLACE TEMP TABLE staged_words AS
WITH folded AS (
    SELECT word_no, language, spelling, store.fold(spelling) AS token FROM words
),
known AS (
    SELECT token_no, language, coalesce(nullif(spelling, ''), token) AS spelling
    FROM store.vocabulary
    WHERE token IN (SELECT token FROM folded)
)
SELECT
    f.word_no, f.language, f.spelling, f.token, k.token_no IS NULL AS fresh,
    coalesce(
        k.token_no,
        (SELECT coalesce(max(token_no), 0) FROM store.vocabulary)
        + row_number() OVER (PARTITION BY k.token_no IS NULL ORDER BY f.language, f.spelling)
    )::INTEGER AS token_no
FROM folded f
LEFT JOIN known k ON k.language = f.language AND k.spelling = f.spelling
