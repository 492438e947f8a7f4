SELECT doc_id FROM store.cuts WHERE rule = $1
UNION
SELECT b.doc_id FROM store.blocks b WHERE 'repeated-' || format('{:016x}', b.block) = $1
ORDER BY doc_id
