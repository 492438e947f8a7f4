"""Which format reads an input: by its suffix, by the media type that came with it, by its first bytes."""

from __future__ import annotations

import os

from ingest.binary import binary_kind
from ingest.errors import Refused
from ingest.sources.reading.formats import Format, by_media_type, by_suffix, claimed, formats

# Feeds, sitemaps and pages alike.
_XML = ".xml"


def choose(name: str, head: bytes, media_type: object = None) -> Format:
    """The format of an input that begins with `head`; `name` is in lower case.

    Raises `Refused` with `unsupported` for binary data and for suffixes and media types that are not read.
    """
    found = _named(name, head, media_type)
    kind = binary_kind(head)
    if kind and not found.looks_like(head):
        raise Refused("unsupported", f"The content is {kind}, not text.")
    return found


def _named(name: str, head: bytes, media_type: object) -> Format:
    suffix = os.path.splitext(name)[1]
    if suffix in by_suffix():
        return by_suffix()[suffix]
    # An address ends in anything: there the media type counts, and the content more than what is said of it.
    if isinstance(media_type, str):
        return claimed(head) or _of_type(media_type.partition(";")[0].strip().lower())
    if suffix == _XML and (found := claimed(head)):
        return found
    if suffix:
        kind = binary_kind(head)
        reason = f"The content is {kind}, not text." if kind else f"Files that end in {suffix} are not read."
        raise Refused("unsupported", reason)
    return claimed(head) or formats()["text"]


def _of_type(media_type: str) -> Format:
    if media_type in by_media_type():
        return by_media_type()[media_type]
    if media_type.startswith("text/") or media_type in ("", "application/octet-stream"):
        return formats()["text"]
    raise Refused("unsupported", f"Content of the type {media_type} is not read.")
