-- Of a large story disagreements are looked for between tellings that are most alike.
ALTER TABLE store.story_links ADD COLUMN compared BOOLEAN DEFAULT true;
COMMENT ON COLUMN store.story_links.compared IS 'Whether disagreements are looked for: one of the two is among those most like the other';
