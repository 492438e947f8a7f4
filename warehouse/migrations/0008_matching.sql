-- How long texts are, so that choosing between versions and copies reads none; and what making keys, relations and
-- groups anew needs to be done in steps.

ALTER TABLE store.revisions ADD COLUMN characters INTEGER;
UPDATE store.revisions SET characters = length(text);
COMMENT ON COLUMN store.revisions.characters IS 'Length of the clean text in characters';

CREATE TABLE store.waiting (doc_id UUID NOT NULL);
COMMENT ON TABLE store.waiting IS 'Documents that a rebuild has yet to match or to group; empty in a published file';
COMMENT ON COLUMN store.waiting.doc_id IS 'The document';

COMMENT ON COLUMN runs.source IS 'Name of the collection that it loaded into; rules, reclean, rebuild and the like where it loaded none';
