"""Markdown to plain text, with the fields of its front matter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.carried import facts
from ingest.columns import CONTENT, assign
from ingest.decode import decode
from ingest.errors import Refused
from ingest.extract.stated import fill, located, with_record
from ingest.extract.urls import absolute
from ingest.model import Extracted

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_MOST_FRONT_MATTER = 64 * 1024
# Every field but the content, which is the file's own body; columns of these names are extra.
_NO_CONTENT = dict.fromkeys(CONTENT, "")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def extract_markdown(data: bytes, carried: Mapping[str, object]) -> Extracted:
    """The words of a Markdown file: without marks, links as their words, pictures left out.

    Fields of the front matter (YAML) are taken as those of a record are. Without a title there, the first
    heading of the first level is the title. Raises `Refused` with `malformed` for front matter that is no
    YAML, and as `decode` does.
    """
    source = decode(data, charset=carried.get("charset"))
    matter = _FRONT_MATTER.match(source)
    assigned = assign(_front_matter(matter[1]) if matter else {}, _NO_CONTENT)
    tokens = MarkdownIt("commonmark").enable("table").parse(source[matter.end() :] if matter else source)
    url = absolute(assigned.fields.get("url")) or absolute(carried.get("url"))
    text = "\n\n".join(_blocks(tokens))
    page = located(Extracted(text, "text/markdown", url, title=_heading(tokens)))
    return fill(with_record(page, assigned), carried)


def _front_matter(text: str) -> dict[str, object]:
    """The fields of the front matter; none may be written by reference, which could grow without end."""
    import yaml

    if len(text) > _MOST_FRONT_MATTER:
        raise Refused("malformed", "The front matter is longer than 64 KiB.")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise Refused("malformed", "The front matter holds references, which are not read.")
        found = yaml.load(text, yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refused("malformed", "The front matter is no valid YAML.") from error
    return facts({str(name): value for name, value in found.items()}) if isinstance(found, dict) else {}


def _heading(tokens: Sequence[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return " ".join(_words(inline).split()) or None
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of every paragraph, heading, item and row; items are marked as in plain text."""
    mark = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}. " if token.info else "- "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(cells or ())
            cells = None
        elif words := _words(token):
            if cells is not None:
                cells.append(words)
            else:
                yield mark + words
                mark = ""


def _words(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_word, token.children or ())).strip()
    if token.type in ("fence", "code_block"):
        return token.content.rstrip("\n")
    return html.unescape(_TAG.sub(" ", token.content)).strip() if token.type == "html_block" else ""


def _word(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or _BREAK.match(token.content) else ""
