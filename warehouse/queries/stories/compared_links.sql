UPDATE store.story_links l
SET compared = i.compared
FROM incoming i
WHERE l.telling_a = i.telling_a AND l.telling_b = i.telling_b AND l.compared <> i.compared
