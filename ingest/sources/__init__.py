"""Where articles come from: files, folders, globs and stdin, read as a stream of `Raw` and `Reject`.

A format (plain text, HTML, JSON Lines) is one module in `formats`; compression is a layer below them.
"""

from ingest.sources.paths import Plan, check, plan
from ingest.sources.reading import FORMATS, read

__all__ = ["FORMATS", "Plan", "check", "plan", "read"]
