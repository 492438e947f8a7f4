-- The line of a learned rule is told as it stands in another document; where none has it any more, it goes.
UPDATE store.decisions
SET text = coalesce(
    (
        SELECT arg_min(
            substring(coalesce(r.extracted_text, r.text), b.start + 1, b."stop" - b.start),
            (b.doc_id, b.number, b.start)
        )
        FROM store.blocks b
        JOIN store.revisions r ON r.doc_id = b.doc_id AND r.number = b.number
        WHERE b.block = store.decisions.block
    ),
    $1
)
WHERE block IN (SELECT block FROM forgotten_blocks)
