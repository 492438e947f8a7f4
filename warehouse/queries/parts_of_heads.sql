SELECT
    count(DISTINCT row_group_id), (SELECT count(*) FROM store.heads), current_setting('lock_configuration')
FROM pragma_storage_info('store.heads')
