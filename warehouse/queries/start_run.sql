INSERT INTO runs (run_id, started_at, status, source, parameters, version)
VALUES (?, ?, 'running', ?, ?, ?)
