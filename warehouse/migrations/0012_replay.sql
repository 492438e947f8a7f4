-- Rejects can be taken again.

COMMENT ON COLUMN store.rejects.reason IS 'What was wrong when it was met last, in a sentence';
COMMENT ON COLUMN store.rejects.replayed_at IS 'When it was read after all, or set aside for another reason in its stead; NULL while it is open';
COMMENT ON COLUMN rejects.reason IS 'What was wrong when it was met last, in a sentence';
COMMENT ON COLUMN rejects.replayed_at IS 'When it was read after all, or set aside for another reason in its stead; NULL while it is open';
