SELECT
    rule, kind, state, site, text, documents, articles, site_articles, days, cuts, decided_at
FROM rules
ORDER BY list_position(['proposed', 'approved', 'rejected', 'built-in'], state), documents DESC, rule
