SELECT count(*) FROM documents WHERE $1 IS NULL OR run_id = $1
