"""XML from strangers: read without entities of its own, without looking anything up."""

from __future__ import annotations

import re

from ingest.decode import decode
from ingest.errors import Refused

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
# The most that stands before the first element.
_PROLOG = 64 * 1024


def read_markup(data: bytes, charset: object) -> bytes:
    """The document in UTF-8, without its declaration, whatever encoding it is in or says that it is in.

    Raises `Refused` with `malformed` for one that declares entities, which can unfold to any size, and as
    `decode` does.
    """
    text = _DECLARATION.sub("", decode(data, html=True, charset=charset), count=1)
    if "<!DOCTYPE" in text[:_PROLOG].upper() and _ENTITY.search(text):
        raise Refused("malformed", "It declares entities of its own, which are not unfolded.")
    return text.encode("utf-8", "replace")
