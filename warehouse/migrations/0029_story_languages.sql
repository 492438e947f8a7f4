-- Texts in two languages share few words, which says nothing against one story.
ALTER TABLE store.tellings ADD COLUMN language VARCHAR;
COMMENT ON COLUMN store.tellings.language IS 'Language of the document; NULL where it is unknown';
