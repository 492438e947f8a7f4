-- Raw bytes that are nothing but the text are not kept twice.

COMMENT ON COLUMN store.revisions.raw IS 'The raw bytes as they arrived, compressed with zstd; empty where they are the extracted text in UTF-8; NULL once they were dropped by rule';
