-- Which state of the warehouse a file holds, so that nothing is published twice.

INSERT INTO settings VALUES ('state', uuid()::VARCHAR, now(), NULL);
COMMENT ON COLUMN settings.name IS 'canonical: which document stands for a group; grouping, revisions: number of the rules that formed the groups and told the revisions; state: which state of the data this is; rewrite: whether deleted bytes are to be cleared away';
COMMENT ON COLUMN settings.value IS 'For canonical: earliest, longest, or prefer: and names of sites and collections in order. For state: a UUID, another one after every change of anything but runs. For rewrite: due or nothing';
