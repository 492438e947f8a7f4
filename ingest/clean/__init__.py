"""Cleaning: boilerplate and embedded posts become labelled cuts, the story stays whole.

Every module in this folder is one kind of boilerplate and is found by itself: it names its `KIND` and
lists its `RULES`. The sub-packages hold what the kinds share; `learned` is the one kind whose rules are
data: lines that a site repeats.
"""

from ingest.clean.engine.run import clean, clean_page, read_notices

__all__ = ["clean", "clean_page", "read_notices"]
