"""The formats that can be read: the modules of `ingest.sources`, one each, found by walking the package.

A module names its `FORMAT` (the word for the command line), its `SUFFIXES` (lower case, with the dot) and
`MEDIA_TYPES`, says with `looks_like(head)` whether the first bytes of an unnamed input are its own, and turns
a stream into articles with `read(stream, origin)`. What it finds inside and does not read itself, such as the
files of an archive, it yields as a `Member`, which goes the same way as an input of its own.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from io import BufferedReader
from typing import Protocol, cast

from ingest.sources.reading.member import Item
from ingest.sources.reading.origin import Origin

_PACKAGE = "ingest.sources"


class Format(Protocol):
    """What such a module provides."""

    FORMAT: str
    SUFFIXES: tuple[str, ...]
    MEDIA_TYPES: tuple[str, ...]

    def looks_like(self, head: bytes) -> bool:
        """Whether an input that begins with `head` is of this format."""

    def read(self, stream: BufferedReader, origin: Origin) -> Iterator[Item]:
        """The articles in the stream, in order; what cannot become one is a reject.

        Raises `Refused` where the rest of the stream cannot be read.
        """


@cache
def formats() -> dict[str, Format]:
    """Every format by its name, in alphabetical order."""
    path = import_module(_PACKAGE).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path) if not module.ispkg)
    modules = [cast(Format, import_module(f"{_PACKAGE}.{name}")) for name in names]
    return {module.FORMAT: module for module in modules}


@cache
def by_suffix() -> dict[str, Format]:
    """Every format by its file name suffixes."""
    return {suffix: module for module in formats().values() for suffix in module.SUFFIXES}


@cache
def by_media_type() -> dict[str, Format]:
    """Every format by its media types."""
    return {kind: module for module in formats().values() for kind in module.MEDIA_TYPES}


def claimed(head: bytes) -> Format | None:
    """The format that an input without a telling name shows itself to be, None where no one claims it."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
    heads = (head, plain)
    return next((found for found in formats().values() if any(map(found.looks_like, heads))), None)
