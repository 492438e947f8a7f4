INSERT INTO store.first_cuts
SELECT DISTINCT rule, ?::UUID FROM incoming WHERE rule NOT IN (SELECT rule FROM store.first_cuts)
