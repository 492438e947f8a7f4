"""Reads again what was set aside, from the bytes that its reject has kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import cast

from ingest.carried import facts
from ingest.model import Arrival, Reject
from ingest.sources.reading.member import INSIDE
from ingest.sources.reading.origin import Origin
from ingest.sources.reading.paths import STDIN
from ingest.sources.reading.stream import read_stream

_RECORD = re.compile(r"#\d+$")
_DOUBLE = re.compile(r"~\d+$")


def stands_alone(reject: Reject) -> bool:
    """Whether the bytes of a reject are all that it takes: a row of a table needs its header too."""
    if reject.data is None:
        return False
    if reject.format or "media_type" in reject.carried:
        return True
    return not _RECORD.search(reject.source_uri)


def read_again(reject: Reject, columns: Mapping[str, str]) -> Iterator[Arrival]:
    """The articles of an input that was set aside and stands alone, as if it arrived now.

    `columns` says which column of a record holds which field.
    """
    data = cast(bytes, reject.data)
    carried = {name: value for name, value in reject.carried.items() if name != "map"}
    origin = Origin(reject.source, reject.source_uri, len(data), data, facts(carried), columns=columns)
    if reject.format:
        yield origin.raw(reject.format, data)
    else:
        yield from read_stream(BytesIO(data), origin, name=_name(reject))


def _name(reject: Reject) -> str:
    """The name that tells the format, as it did at first; nothing where a media type came along."""
    if "media_type" in reject.carried or reject.source_uri == STDIN or "://" in reject.source_uri:
        return ""
    _, inside, member = reject.source_uri.rpartition(INSIDE)
    return _DOUBLE.sub("", member) if inside else member
