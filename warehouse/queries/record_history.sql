-- What became of the groups that were there before: documents by where they were and where they are.
INSERT INTO copy_history BY NAME
WITH moved AS (
    SELECT
        m.copy_id, c.copy_id AS became, m.canonical_doc_id AS canonical_was, c.canonical_doc_id, count(*) AS documents
    FROM store.moves m
    JOIN copies c ON c.doc_id = m.doc_id
    WHERE m.copy_id IS NOT NULL
    GROUP BY ALL
),
-- Whoever was there and is where it was.
stayed AS (
    SELECT copy_id FROM copies
    WHERE
        copy_id IN (SELECT copy_id FROM moved UNION SELECT became FROM moved)
        AND doc_id NOT IN (SELECT doc_id FROM store.moves)
    UNION
    SELECT copy_id FROM moved WHERE became = copy_id
),
ways AS (
    SELECT copy_id, became FROM moved
    UNION
    SELECT copy_id, copy_id FROM stayed
)
SELECT
    m.copy_id, m.became, m.documents::INTEGER AS documents, m.canonical_was, m.canonical_doc_id,
    CASE
        WHEN m.copy_id = m.became THEN 'canonical'
        WHEN (SELECT count(*) FROM ways w WHERE w.copy_id = m.copy_id) > 1 THEN 'split'
        WHEN (SELECT count(*) FROM ways w WHERE w.became = m.became) > 1 THEN 'joined'
        ELSE 'renamed'
    END AS event,
    $1::UUID AS run_id,
    $2::TIMESTAMPTZ AS changed_at
FROM moved m
WHERE m.copy_id <> m.became OR m.canonical_was <> m.canonical_doc_id
