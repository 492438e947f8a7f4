"""The sources that have schedules, and whether their configuration changed since they were deployed."""

from __future__ import annotations

from pathlib import Path

from ingest.configured import ConfiguredSource
from ingest.configured.file import VARIABLE, parse
from ingest.errors import UsageError


class Sources:
    """What a configuration says; `found` is empty where there is none."""

    def __init__(self, file: Path) -> None:
        """`file` is absolute, since runs work elsewhere."""
        self._path = file
        self._seen: str | None = None
        self.found: list[ConfiguredSource] = []

    @property
    def file(self) -> str:
        return str(self._path)

    def read(self) -> None:
        """Take in what the file says now. Raises UsageError where it is wrong, and keeps what was found."""
        self._seen = self._text()
        self.found = parse(self._seen, self.file) if self._seen is not None else []

    def changed(self) -> bool:
        """Take in the file again where it changed, and say whether it did."""
        if self._text() == self._seen:
            return False
        self.read()
        return True

    def _text(self) -> str | None:
        try:
            return self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self._path} cannot be read; ${VARIABLE} names another.") from error
