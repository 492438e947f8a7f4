"""The database of a server of one's own: a file that anybody may delete at any time."""

from __future__ import annotations

from pathlib import Path


class DatabaseFile:
    """Tells whether a server still works on the file that stands in its place."""

    def __init__(self, path: Path) -> None:
        """Remember which file stands there now, if there is one."""
        self._path = path
        self._known = _identity(path)

    def is_gone(self) -> bool:
        """Whether the file was deleted or replaced: the server goes on with one that nobody sees."""
        return self._known is not None and _identity(self._path) != self._known


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
