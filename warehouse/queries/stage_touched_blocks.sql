-- The lines whose counts a batch can have changed: all that any version of these documents holds.
CREATE OR REPLACE TEMP TABLE touched_blocks AS
SELECT DISTINCT block FROM store.blocks WHERE doc_id IN (SELECT doc_id FROM wanted)
