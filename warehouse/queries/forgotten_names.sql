-- What names a forgotten document and no other: addresses, headlines, and files that hold nothing else.
WITH mine AS (
    SELECT source_uri, split_part(source_uri, '#', 1) AS file
    FROM store.sightings
    WHERE doc_id IN (SELECT doc_id FROM forgotten)
),
shared AS (
    SELECT DISTINCT split_part(source_uri, '#', 1) AS file
    FROM store.sightings
    WHERE doc_id NOT IN (SELECT doc_id FROM forgotten)
),
named AS (
    SELECT unnest([url, canonical_url, title]) AS name
    FROM store.revisions
    WHERE doc_id IN (SELECT doc_id FROM forgotten)
    UNION ALL
    SELECT unnest([file, regexp_extract(file, '[^/]*$')]) FROM mine WHERE file NOT IN (SELECT file FROM shared)
    UNION ALL
    SELECT source_uri FROM mine
)
SELECT DISTINCT name FROM named WHERE name <> ''
