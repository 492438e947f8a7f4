-- Everything that matching made of the texts, and which text each document holds.
DELETE FROM store.contents;
DELETE FROM store.band_keys;
DELETE FROM store.passage_keys;
DELETE FROM store.pairs;
DELETE FROM store.passages;
UPDATE store.heads SET content_no = NULL WHERE content_no IS NOT NULL
