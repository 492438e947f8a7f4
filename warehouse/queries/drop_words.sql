DELETE FROM store.vocabulary WHERE token_no NOT IN (SELECT token_no FROM store.postings)
