INSERT INTO store.vocabulary
SELECT
    w.token_no, w.language, w.token,
    CASE WHEN w.spelling = w.token THEN '' ELSE w.spelling END,
    store.token_key(w.token), store.stem_key(w.language, store.fold(f.stem))
FROM fresh_words f
JOIN staged_words w USING (word_no)
ORDER BY w.token_no
