"""What a container holds: inputs of any format, each with a tidy address of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

from ingest.model import Arrival
from ingest.sources.reading.origin import Origin

# Between an archive's address and the name of a file inside it.
INSIDE = "!/"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Member:
    """An input inside another one, handed on to whatever format reads it.

    `name` tells the format by its suffix; without one the media type that `origin` carries and the first
    bytes do. `stream` is good until the next item is asked for.
    """

    stream: BinaryIO
    origin: Origin
    name: str = ""


Item = Arrival | Member


class Names:
    """Addresses of the files in an archive, such as `week.zip!/monday/page.html`.

    They never lead out of the archive: `..`, drive letters and leading slashes are left out. Where several
    files have one name, the later ones are numbered in the order of the archive: `page.html~2`.
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._taken: set[str] = set()

    def give(self, name: str, size: int | None = None) -> Origin:
        """The origin of the next file, of `size` bytes."""
        plain = tidy(name)
        number, free = 1, plain
        while free in self._taken:
            number += 1
            free = f"{plain}~{number}"
        self._taken.add(free)
        return self._origin.part(f"{self._origin.uri}{INSIDE}{free}", size)


def tidy(name: str) -> str:
    """The name of a file in an archive as a relative path with `/`, free of what leads elsewhere."""
    plain = _CONTROLS.sub("", re.sub(r"^[A-Za-z]:", "", name)).replace("\\", "/")
    parts = plain.encode("utf-8", "backslashreplace").decode("utf-8").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"


def is_hidden(name: str) -> bool:
    """Whether a file in an archive is passed over, as hidden files in a folder are."""
    return any(part.startswith(".") or part == "__MACOSX" for part in tidy(name).split("/"))
