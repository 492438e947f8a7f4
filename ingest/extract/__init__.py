"""From one raw article to plain text and the fields that it says of itself."""

from __future__ import annotations

from ingest.errors import Refused
from ingest.extract.markdown import extract_markdown
from ingest.extract.page import extract_page
from ingest.extract.record import extract_record
from ingest.extract.text import extract_text
from ingest.model import Extracted, Raw

__all__ = ["extract"]

_BY_FORMAT = {
    "text": extract_text,
    "html": extract_page,
    "markdown": extract_markdown,
    "record": extract_record,
}


def extract(raw: Raw) -> Extracted:
    """The text and fields of one article.

    Raises `Refused` with `no_text` where nothing is left to read, `undecodable`, `unsupported`
    or `malformed`.
    """
    extracted = _BY_FORMAT[raw.format](raw.data, raw.carried)
    if not extracted.text.strip():
        raise Refused("no_text", "No text was found in it.")
    return extracted
