INSERT INTO store.postings
SELECT ?, s.token_no, p.places
FROM places p
JOIN staged_words s USING (word_no)
ORDER BY s.token_no
