-- The largest groups with the canonical text and the one least like it, shortened to $longest characters.
WITH chosen AS (
    SELECT copy_id, count(DISTINCT outlet) AS outlets
    FROM reported
    WHERE size > 1
    GROUP BY copy_id
    HAVING bool_or(within)
    ORDER BY max(size) DESC, outlets DESC, copy_id
    LIMIT $most
), pairs AS (
    SELECT
        g.copy_id, g.size, g.texts, c.outlets, g.canonical_doc_id,
        coalesce(g.weakest_doc_id, (
            SELECT min(r.doc_id) FROM reported r WHERE r.copy_id = g.copy_id AND r.doc_id <> g.canonical_doc_id
        )) AS other_doc_id
    FROM chosen c
    JOIN copy_groups g USING (copy_id)
)
SELECT
    p.copy_id, p.size, p.texts, p.outlets, p.canonical_doc_id, p.other_doc_id, left(a.title, 200) AS title,
    left(a.text, $longest) AS text, left(b.text, $longest) AS other_text
FROM pairs p
JOIN documents a ON a.doc_id = p.canonical_doc_id
JOIN documents b ON b.doc_id = p.other_doc_id
ORDER BY p.size DESC, p.outlets DESC, p.copy_id
