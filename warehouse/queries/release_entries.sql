-- The words of a released entry stay in store.postings until their part is written anew, and are passed over.
UPDATE store.search_entries
SET live = false
WHERE
    live
    AND (doc_id, updated_at) NOT IN (SELECT (doc_id, updated_at) FROM store.heads)
