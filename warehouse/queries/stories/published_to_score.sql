SELECT published::DOUBLE AS published
FROM store.tellings
WHERE telling_no IN (SELECT telling_no FROM wanted)
ORDER BY telling_no
