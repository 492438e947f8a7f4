CREATE OR REPLACE TEMP TABLE related_before AS SELECT doc_a, doc_b, kind FROM store.related
