CREATE OR REPLACE TEMP TABLE staged_heads AS
SELECT
    i.doc_id, i.number, i.revision, i.source, i.source_uri, i.content_hash,
    NULL::INTEGER AS content_no,
    h.content_no AS old_content_no,
    coalesce(h.first_seen_at, ?) AS first_seen_at,
    ?::TIMESTAMPTZ AS updated_at,
    ?::UUID AS run_id
FROM incoming i
LEFT JOIN store.heads h USING (doc_id)
