"""Stories in the warehouse: tellings of canonical documents, scored pairs, groups that report one event.

Whatever changes documents or their copies puts them into a queue, in its own transaction; at the end of a run
`settle_stories` brings stories up to date around what is queued. Every table is a function of the canonical
documents and of analysts' verdicts: what came first, or in how many batches or runs, does not matter.
"""

from __future__ import annotations

from warehouse.stories.citations import cite_all
from warehouse.stories.history import record_story_history
from warehouse.stories.queue import STORIES, queue, queue_all
from warehouse.stories.settle import settle_stories

__all__ = ["STORIES", "cite_all", "queue", "queue_all", "record_story_history", "settle_stories"]
