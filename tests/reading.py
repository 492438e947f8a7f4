"""Reading one input in tests of its format."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

from ingest.model import Raw, Reject
from ingest.sources import Origin, read_stream

STORY = "The ferry to Northhaven sails again from Monday and fares stay as they are."


def read_bytes(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> list[Raw | Reject]:
    """Everything that a file of this name holds."""
    origin = Origin("default", name, len(data), data, columns=columns or {})
    return list(read_stream(io.BytesIO(data), origin, name=name))


def outcomes(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """The address of everything in it, with the format or the code of its reject."""
    found = read_bytes(data, name, columns)
    return [(item.source_uri, item.format if isinstance(item, Raw) else item.code) for item in found]


def records(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> list[dict[str, object]]:
    """The records in it; there may be nothing else."""
    found = read_bytes(data, name, columns)
    assert all(isinstance(item, Raw) and item.format == "record" for item in found), found
    return [json.loads(item.data or b"") for item in found]


def only(found: list[Raw | Reject]) -> Raw:
    """The one article."""
    [item] = found
    assert isinstance(item, Raw), item
    return item


def refused(found: list[Raw | Reject]) -> Reject:
    """The one reject."""
    [item] = found
    assert isinstance(item, Reject), item
    assert item.reason.endswith(".")
    return item
