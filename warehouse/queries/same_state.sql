SELECT
    (SELECT value FROM working.settings WHERE name = 'state')
    = (SELECT value FROM published.settings WHERE name = 'state')
    AND (SELECT max(number) FROM working.migrations) = (SELECT max(number) FROM published.migrations)
