-- What became of the stories that were there before: documents by where they were and where they are.
INSERT INTO story_history BY NAME
WITH moved AS (
    SELECT m.story_id, s.story_id AS became, count(*) AS documents
    FROM store.story_moves m
    JOIN store.stories s ON s.doc_id = m.doc_id
    WHERE m.story_id IS NOT NULL
    GROUP BY ALL
),
-- Whoever was there and is where it was.
stayed AS (
    SELECT story_id FROM store.stories
    WHERE
        story_id IN (SELECT story_id FROM moved UNION SELECT became FROM moved)
        AND doc_id NOT IN (SELECT doc_id FROM store.story_moves)
    UNION
    SELECT story_id FROM moved WHERE became = story_id
),
ways AS (
    SELECT story_id, became FROM moved
    UNION
    SELECT story_id, story_id FROM stayed
)
SELECT
    m.story_id, m.became, m.documents::INTEGER AS documents,
    CASE
        WHEN (SELECT count(*) FROM ways w WHERE w.story_id = m.story_id) > 1 THEN 'split'
        WHEN (SELECT count(*) FROM ways w WHERE w.became = m.became) > 1 THEN 'joined'
        ELSE 'renamed'
    END AS event,
    $1::UUID AS run_id,
    $2::TIMESTAMPTZ AS changed_at
FROM moved m
WHERE m.story_id <> m.became
