-- Tellings of touched documents that stand for no group any more, or whose document has another version.
CREATE OR REPLACE TEMP TABLE gone_tellings AS
SELECT telling_no
FROM store.tellings
WHERE
    doc_id IN (SELECT doc_id FROM touched_documents)
    AND (
        doc_id IN (SELECT doc_id FROM touched_documents WHERE moved)
        OR doc_id NOT IN (
            SELECT doc_id FROM copies WHERE is_canonical AND doc_id IN (SELECT doc_id FROM touched_documents)
        )
    )
