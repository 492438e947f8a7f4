"""The files of one warehouse: what analysts open, what the writer works on, and its lock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import WarehouseError

DEFAULT_NAME = "copydesk.duckdb"
VARIABLE = "COPYDESK_WAREHOUSE"


@dataclass(frozen=True, slots=True)
class Files:
    """Where a warehouse lives. `published` is the name that users know; the others stand beside it."""

    published: Path

    @property
    def working(self) -> Path:
        """The database that the writer changes."""
        return self._beside(".working")

    @property
    def lock(self) -> Path:
        """The lock that makes writers take turns."""
        return self._beside(".lock")

    @property
    def holder(self) -> Path:
        """The note of who has the lock, for those who wait."""
        return self._beside(".holder")

    @property
    def runs(self) -> Path:
        """The record of runs that changed nothing since the published file was written."""
        return self._beside(".runs")

    @property
    def spill(self) -> Path:
        """The folder for what does not fit into memory."""
        return self._beside(".spill")

    def own(self, path: str) -> bool:
        """Say whether a path is one of these files, or of those that a run makes beside them."""
        place, name = os.path.abspath(path), str(self.published)
        hidden = str(self.published.with_name(f".{self.published.name}."))
        return place == name or place.startswith((f"{name}.", hidden))

    def is_one(self, path: str) -> bool:
        """Say whether a path leads to one of these files, which nothing else may be written to."""
        kept = (self.published, self.working, self._beside(".working.wal"), self.runs, self.lock)
        return os.path.realpath(path) in map(os.path.realpath, kept)

    def _beside(self, suffix: str) -> Path:
        return self.published.with_name(self.published.name + suffix)


def locate(warehouse: str | os.PathLike[str] | None = None) -> Files:
    """Return the files of `warehouse`, else of $COPYDESK_WAREHOUSE, else of ./copydesk.duckdb.

    A link stands for the file that it leads to: publishing would put a file in its place.
    Raises WarehouseError for a path with which DuckDB does not get along: it takes text, a backslash for a
    slash, and what follows a question mark for no part of the name.
    """
    path = Path(warehouse or os.environ.get(VARIABLE) or DEFAULT_NAME).expanduser().absolute()
    if path.is_symlink():
        path = path.resolve()
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise WarehouseError(
            f"The path {str(path)!r} is not in UTF-8; choose another --warehouse."
        ) from error
    if set("\\?") & set(str(path)):
        raise WarehouseError(f"{path} has a backslash or a question mark in it; choose another --warehouse.")
    return Files(path)
