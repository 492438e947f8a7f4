SELECT published::DOUBLE AS published, language
FROM store.tellings
WHERE telling_no IN (SELECT telling_no FROM wanted)
ORDER BY telling_no
