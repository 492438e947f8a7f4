SELECT count(DISTINCT row_group_id), (SELECT count(*) FROM store.heads) FROM pragma_storage_info('store.heads')
