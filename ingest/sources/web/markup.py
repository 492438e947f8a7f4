"""XML from strangers: read without entities of its own, without looking anything up."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5

from lxml import etree

from ingest.decode import decode
from ingest.errors import Refused

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
# The most that stands before the first element.
_PROLOG = 64 * 1024
# An ampersand with what may follow it; what a section of plain characters holds is none.
_AMPERSAND = re.compile(r"<!\[CDATA\[.*?\]\]>|&(#\w{1,9};|\w{2,31};)?", re.DOTALL)
# XML knows these by itself.
_XML_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def read_markup(data: bytes, charset: object) -> bytes:
    """The document in UTF-8, without its declaration, whatever encoding it is in or says that it is in.

    Raises `Refused` with `malformed` for one that declares entities, which can unfold to any size, and as
    `decode` does.
    """
    text = _DECLARATION.sub("", decode(data, html=True, charset=charset), count=1)
    if "<!DOCTYPE" in text[:_PROLOG].upper() and _ENTITY.search(text):
        raise Refused("malformed", "It declares entities of its own, which are not unfolded.")
    return text.encode("utf-8", "replace")


def tidied(markup: bytes, named: frozenset[str], most: int) -> bytes:
    """Well-formed XML out of what may be broken, with the first `most` elements of the `named` kinds.

    Raises `Refused` with `malformed` where no element is found.
    """
    text = _AMPERSAND.sub(_spelled, markup.decode("utf-8"))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root is None:
        raise Refused("malformed", "It is no XML that can be read.")
    found = [element for element in root.iter() if plain_name(element) in named]
    for element in found[most:]:
        element.getparent().remove(element)
    return bytes(etree.tostring(root, encoding="utf-8"))


def plain_name(element: etree._Element) -> str:
    """The element's name in lower case without its namespace; comments and the like have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _spelled(found: re.Match[str]) -> str:
    """The character that HTML means by a name; what XML itself knows stays; an ampersand alone is one."""
    if found[0][0] == "<" or found[1] in _XML_OWN or str(found[1]).startswith("#"):
        return found[0]
    return escape(html5.get(found[1], f"&{found[1] or ''}"))
