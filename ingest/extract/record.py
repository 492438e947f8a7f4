"""JSON records: one object with `text` or `html` and, if it likes, fields of its own, which win."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.columns import Assigned, assign, without_content
from ingest.errors import Refused
from ingest.extract.json_object import load_object
from ingest.extract.page import read_page
from ingest.extract.stated import fill, located, with_record
from ingest.extract.urls import absolute
from ingest.model import Extracted
from ingest.mojibake import repair


def extract_record(data: bytes, carried: Mapping[str, object]) -> Extracted:
    """The article of a JSON object, from `html` where that yields text, else from `text`.

    The fields `id`, `url`, `title`, `byline`, `published_at`, `site` and `language` win over the page's own,
    and these over what is `carried`; which columns hold them is said in `ingest.columns`. All other columns,
    and those whose value cannot be used, are kept in `extra`. Raises `Refused` with `malformed` for what is
    no such object and `no_text` where neither of the two yields text.
    """
    record = load_object(data)
    mapping = carried.get("map")
    assigned = assign(record, mapping if isinstance(mapping, dict) else {})
    text, markup = _content(assigned, "text"), _content(assigned, "html")
    if text is None and markup is None:
        raise Refused("malformed", without_content(record))
    url = absolute(assigned.fields.get("url")) or absolute(carried.get("url"))
    page = _from_html(markup, url) or Extracted(repair(text or ""), "text/plain", url)
    return fill(with_record(located(page), assigned), carried)


def _content(assigned: Assigned, field: str) -> str | None:
    value = assigned.fields.get(field)
    if value is None or isinstance(value, str):
        return value
    raise Refused("malformed", f"The record's {assigned.columns[field]} is not a string.")


def _from_html(markup: str | None, url: str | None) -> Extracted | None:
    """The article of the markup, None where it holds none."""
    if not markup or not markup.strip():
        return None
    try:
        page = read_page(markup, url)
    except Refused:
        return None
    return page if page.text.strip() else None
