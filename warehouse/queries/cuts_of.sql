SELECT start, "stop", kind, rule, reason, text FROM removals WHERE doc_id = ? ORDER BY start
