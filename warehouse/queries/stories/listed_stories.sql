-- Stories with at least $3 documents of which one was published from $1 on and one before $2, the largest first.
SELECT
    h.headline, o.documents AS size, o.tellings, o.independent_origins AS origins, o.sites,
    o.first_site, o.first_published_at, o.last_published_at, o.story_id
FROM origins o
JOIN (SELECT story_id, any_value(headline) AS headline FROM stories GROUP BY story_id) h ON h.story_id = o.story_id
WHERE
    o.documents >= $3
    AND ($1::TIMESTAMPTZ IS NULL OR o.last_published_at >= $1)
    AND ($2::TIMESTAMPTZ IS NULL OR o.first_published_at < $2)
ORDER BY o.documents DESC, o.last_published_at DESC NULLS LAST, h.headline, o.story_id
