UPDATE store.decisions SET articles = $1, days = $2, reason = $3 WHERE rule = $4
