"""JSON records: one object with `text` or `html` and, if it likes, fields of its own, which win."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.errors import Refused
from ingest.extract.json_object import load_object
from ingest.extract.page import read_page
from ingest.extract.stated import fill, located, stated
from ingest.extract.urls import absolute
from ingest.model import Extracted
from ingest.mojibake import repair


def extract_record(data: bytes, carried: Mapping[str, object]) -> Extracted:
    """The article of a JSON object, from `html` where that yields text, else from `text`.

    The fields `id`, `url`, `title`, `byline`, `published_at`, `site` and `language` win over the page's own,
    and these over what is `carried`. All others, and those of them whose value cannot be used, are kept in
    `extra`. Raises `Refused` with `malformed` for what is no such object and `no_text` where neither of the
    two yields text.
    """
    record = load_object(data)
    text, markup = _take_content(record, "text"), _take_content(record, "html")
    if text is None and markup is None:
        raise Refused("malformed", "The record has neither text nor html.")
    url = _take_url(record) or absolute(carried.get("url"))
    page = _from_html(markup, url) or Extracted(repair(text or ""), "text/plain", url)
    return fill(_with_fields(located(page), record), carried)


def _from_html(markup: str | None, url: str | None) -> Extracted | None:
    """The article of the markup, None where it holds none."""
    if not markup or not markup.strip():
        return None
    try:
        page = read_page(markup, url)
    except Refused:
        return None
    return page if page.text.strip() else None


def _take_content(record: dict[str, object], key: str) -> str | None:
    value = record.pop(key, None)
    if value is None or isinstance(value, str):
        return value
    raise Refused("malformed", f"The record's {key} is not a string.")


def _take_url(record: dict[str, object]) -> str | None:
    url = absolute(record.get("url"))
    if url or record.get("url") is None:
        record.pop("url", None)
    return url


def _with_fields(page: Extracted, record: dict[str, object]) -> Extracted:
    """With the record's own fields; what is not taken from the record becomes `extra`."""
    own = stated(record)
    return replace(
        page,
        record_id=own.id,
        title=own.title or page.title,
        byline=own.byline or page.byline,
        published_at=own.published_at or page.published_at,
        published_from="record" if own.published_at else page.published_from,
        site=own.site or page.site,
        language=own.language or page.language,
        extra=own.rest,
    )
