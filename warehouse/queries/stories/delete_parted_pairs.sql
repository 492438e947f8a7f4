DELETE FROM store.story_pairs p
USING moved_pairs m
WHERE p.telling_a = m.telling_a AND p.telling_b = m.telling_b
