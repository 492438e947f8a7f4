"""A watched folder: files that somebody is still writing are left for the next time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator

from ingest.sources.reading.paths import STDIN, Entry

# What programs call a file while they download, copy or edit it.
_SUFFIXES = (
    *(".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".opdownload"),
    *(".aria2", ".swp", ".swx", "~"),
)
_OFFICE_LOCK = "~$"


class Watch:
    """Tells files that are complete from those that are still being written; `left` names the latter.

    A file counts as complete if it has no name such as `story.html.part`, was not changed in the last
    `seconds`, and has the same size and time in two looks: one when reading begins, one when its turn
    comes. Of a remote file the name and the size are looked at. `now` gives the time in seconds since 1970.
    """

    def __init__(self, seconds: float, now: Callable[[], float] = time.time) -> None:
        self._seconds, self._now = seconds, now
        self.left: list[str] = []

    def settled(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The complete files among `entries`, which are all looked at before the first one is given."""
        looks = [(entry, (entry.size, None) if entry.remote else _look(entry)) for entry in entries]
        began = self._now()
        for entry, look in looks:
            if _is_unfinished(entry.path) or self._is_young(look, began) or look != _look(entry):
                self.left.append(entry.uri)
            else:
                yield entry

    def _is_young(self, look: _Look, now: float) -> bool:
        # A time far ahead comes from another clock and says nothing; only the two looks count then.
        return look is not None and look[1] is not None and abs(now - look[1] / 1e9) < self._seconds


# Size in bytes and time of the last change in nanoseconds, as far as they are known; None where nothing is.
_Look = tuple[int | None, int | None] | None


def _look(entry: Entry) -> _Look:
    if entry.remote:
        return entry.remote.size(entry.path), None
    try:
        found = None if entry.path == STDIN else os.stat(entry.path)
    except (OSError, ValueError):
        return None
    return None if found is None else (found.st_size, found.st_mtime_ns)


def _is_unfinished(path: str) -> bool:
    name = os.path.basename(path).lower()
    return name.endswith(_SUFFIXES) or name.startswith(_OFFICE_LOCK)
