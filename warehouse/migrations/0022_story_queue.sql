-- Stories are brought up to date at the end of a run, not after each batch.
CREATE TABLE store.story_queue (doc_id UUID NOT NULL, moved BOOLEAN NOT NULL);
COMMENT ON TABLE store.story_queue IS 'Documents around which stories are to be brought up to date at the end of the run, or of the next one';
COMMENT ON COLUMN store.story_queue.doc_id IS 'The document; it may be there no more';
COMMENT ON COLUMN store.story_queue.moved IS 'Whether it has another current version, or the same one with other fields';

CREATE TABLE store.waiting_tellings (telling_no INTEGER NOT NULL);
COMMENT ON TABLE store.waiting_tellings IS 'Tellings whose stories are to be formed anew at the end of the run, or of the next one';
COMMENT ON COLUMN store.waiting_tellings.telling_no IS 'The telling';
