"""Where articles come from: files, folders, globs, stdin and the web, read as a stream of `Raw` and `Reject`.

Every module in this folder is one kind of input and is found by itself: it names its `FORMAT` and
`SUFFIXES`, recognises itself with `looks_like` and yields articles with `read`. What they share, paths,
opening, compression and lines, is in `reading`. `read` takes paths, `read_stream` bytes from elsewhere.
"""

from ingest.sources.reading.origin import Origin
from ingest.sources.reading.paths import Plan, check, plan
from ingest.sources.reading.read import FORMATS, read
from ingest.sources.reading.stream import read_stream
from ingest.sources.reading.watching import Watch
from ingest.sources.web.reach import Reach

__all__ = ["FORMATS", "Origin", "Plan", "Reach", "Watch", "check", "plan", "read", "read_stream"]
