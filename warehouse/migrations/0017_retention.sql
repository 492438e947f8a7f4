-- Raw bytes may be dropped by rule.

ALTER TABLE store.revisions ALTER COLUMN raw DROP NOT NULL;
COMMENT ON COLUMN store.revisions.raw IS 'The raw bytes as they arrived, compressed with zstd; NULL once they were dropped by rule';
