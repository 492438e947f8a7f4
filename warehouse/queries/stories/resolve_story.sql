SELECT DISTINCT story_id FROM store.stories WHERE starts_with(story_id::VARCHAR, ?) ORDER BY story_id LIMIT 4
