"""Reads `sources.toml`; whatever is wrong in it is said with file, line, source and key."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ingest.configured.keys import KEYS, REQUIRED, Wrong
from ingest.configured.source import ConfiguredSource
from ingest.credentials import without_credentials
from ingest.errors import UsageError
from ingest.fetch import Manners

DEFAULT_NAME = "sources.toml"
VARIABLE = "COPYDESK_SOURCES"
_TABLE = "source"
# What is said of all articles of a source, as a carrier would.
_FACTS = ("language", "site")
# How the web is read: keys, and what they are in `Manners`.
_MANNERS = {"contact": "contact", "delay": "delay", "allow_hosts": "allowed"}
_HEADER = re.compile(r"^\s*\[\[\s*source\s*\]\]", re.MULTILINE)
_LEADS_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.:-]*://")


def locate(file: str | None = None) -> str:
    """The configuration file that is meant: `file`, else $COPYDESK_SOURCES, else ./sources.toml."""
    return file or os.environ.get(VARIABLE) or DEFAULT_NAME


def read(file: str) -> list[ConfiguredSource]:
    """The sources in a file, in its order. Raises UsageError where it is not there or anything is wrong."""
    try:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no {file}; copy sources.toml.example to begin one, or name another with --sources."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8, as TOML has to be.") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or type(error).__name__}.") from error
    return parse(text, file)


def parse(text: str, file: str) -> list[ConfiguredSource]:
    """The sources in the text of a file; relative locations begin at the folder of `file`.

    Raises UsageError with a sentence that names file, line, source and key.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file} is no TOML: {error}.") from error
    unknown = sorted(tables.keys() - {_TABLE})
    if unknown:
        raise UsageError(f"{file}: {unknown[0]!r} is not known here; every source is a table [[{_TABLE}]].")
    listed = tables.get(_TABLE, [])
    if not isinstance(listed, list) or not all(isinstance(table, dict) for table in listed):
        raise UsageError(f"{file}: write each source as a table of its own, [[{_TABLE}]].")
    lines = _Lines(text, file, len(listed))
    sources = [_source(table, number, lines) for number, table in enumerate(listed)]
    _check_names(sources)
    return sources


class _Lines:
    """Where tables and keys stand in the text, as far as that can be told from its lines."""

    def __init__(self, text: str, file: str, tables: int) -> None:
        self.file = file
        starts = [found.start() for found in _HEADER.finditer(text)]
        ends = [*starts, len(text)][1:]
        self._tables = list(zip(starts, ends, strict=True)) if len(starts) == tables else []
        self._text = text

    def place(self, number: int, name: object, key: str = "") -> str:
        """Return how a table, or a key in it, is called in a message."""
        called = f"source {name!r}" if isinstance(name, str) and name else f"source {number + 1}"
        line = f", line {self._line(number, key)}" if self._tables else ""
        return f"{self.file}{line}, {called}" + (f", key {key!r}" if key else "")

    def _line(self, number: int, key: str) -> int:
        start, end = self._tables[number]
        found = re.search(rf'^\s*["\']?{re.escape(key)}\b', self._text[start:end], re.M) if key else None
        at = start + (found.end() if found else len(_HEADER.match(self._text, start)[0]))  # type: ignore[index]
        return self._text.count("\n", 0, at) + 1


def _source(table: Mapping[str, Any], number: int, lines: _Lines) -> ConfiguredSource:
    name = table.get("name")
    values: dict[str, Any] = {}
    for key, value in table.items():
        try:
            if key not in KEYS:
                raise Wrong(f"it is not known; the keys are {', '.join(KEYS)}")
            values[key] = KEYS[key](value)
        except (Wrong, UsageError) as wrong:
            raise UsageError(f"{lines.place(number, name, key)}: {str(wrong).rstrip('.')}.") from wrong
    for key in REQUIRED:
        if key not in values:
            raise UsageError(f"{lines.place(number, name)}: the key {key!r} is missing.")
    stated: Sequence[str] = values.pop("location")
    carried: dict[str, object] = {key: values.pop(key) for key in _FACTS if key in values}
    manners = {name: values.pop(key) for key, name in _MANNERS.items() if key in values}
    return ConfiguredSource(
        columns=values.pop("map", {}),
        locations=tuple(_resolved(location, lines.file) for location in stated),
        stated=tuple(without_credentials(location) for location in stated),
        carried=carried,
        manners=replace(Manners(), **manners),
        place=lines.place(number, name),
        **values,
    )


def _resolved(location: str, file: str) -> str:
    if _LEADS_ELSEWHERE.match(location):
        return location
    return os.path.join(os.path.dirname(file), os.path.expanduser(location))


def _check_names(sources: Sequence[ConfiguredSource]) -> None:
    first: dict[str, ConfiguredSource] = {}
    for source in sources:
        if source.name in first:
            raise UsageError(
                f"{source.place}: the name is taken by another source ({first[source.name].place}); "
                "a source with several places has a list of them as its location."
            )
        first[source.name] = source
