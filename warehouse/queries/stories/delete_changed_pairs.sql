DELETE FROM store.story_pairs p
USING changed_pairs c
WHERE p.telling_a = c.telling_a AND p.telling_b = c.telling_b
