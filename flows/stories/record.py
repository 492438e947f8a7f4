"""A story as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from flows.tables import plain
from warehouse.stored import StoredStory


def as_json(story: StoredStory) -> str:
    """Return a story as JSON with a line end; `origins` is its row of that view."""
    record: dict[str, Any] = {
        "story_id": story.story_id,
        "headline": story.headline,
        "origins": story.origins,
        "documents": story.documents,
        "tellings": story.tellings,
        "conflicts": story.conflicts,
    }
    return f"{json.dumps(plain(record), ensure_ascii=False, indent=2)}\n"
