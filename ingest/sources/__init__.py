"""Where articles come from: files, folders, globs and stdin, read as a stream of `Raw` and `Reject`.

Every module in this folder is one kind of input and is found by itself: it names its `FORMAT` and
`SUFFIXES`, recognises itself with `looks_like` and yields articles with `read`. What they share, paths,
opening, compression and lines, is in `reading`.
"""

from ingest.sources.reading.paths import Plan, check, plan
from ingest.sources.reading.read import FORMATS, read

__all__ = ["FORMATS", "Plan", "check", "plan", "read"]
