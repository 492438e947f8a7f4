"""What the flows are called in Prefect's UI."""

from __future__ import annotations

INGEST = "Ingest articles from a folder or file"
SOURCE = "Ingest one source"
SOURCES = "Ingest the sources that are due"
RECLEAN = "Clean stored articles again"
REPLAY = "Take rejects again"
MAINTAIN = "Keep the warehouse in good order"
ALL = (INGEST, SOURCE, SOURCES, RECLEAN, REPLAY, MAINTAIN)
