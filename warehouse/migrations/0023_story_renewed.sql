-- What a story is made of is read again only where that may be another, and not where scores alone are.
ALTER TABLE store.waiting_tellings ADD COLUMN renewed BOOLEAN DEFAULT true;
COMMENT ON COLUMN store.waiting_tellings.renewed IS 'Whether its documents or their fields may be others; false where only scores of its pairs are';
