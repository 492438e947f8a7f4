-- The groups of these documents as they were: always whole groups.
DELETE FROM copy_groups
WHERE copy_id IN (
    SELECT copy_id FROM copies
    WHERE doc_id IN (SELECT doc_id FROM incoming) OR doc_id IN (SELECT doc_id FROM gathered)
)
