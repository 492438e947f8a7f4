INSERT INTO store.sightings BY NAME
SELECT *, true AS latest FROM incoming
