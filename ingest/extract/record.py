"""JSON records: one object with `text` or `html` and, if it likes, fields of its own, which win."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.errors import Refused
from ingest.extract.bylines import join_names
from ingest.extract.dates import date_in_url, parse_date
from ingest.extract.json_object import load_object
from ingest.extract.languages import language_code
from ingest.extract.page import read_page
from ingest.extract.urls import absolute, clean, domain_in, site_of
from ingest.model import Extracted
from ingest.mojibake import repair


def extract_record(data: bytes) -> Extracted:
    """The article of a JSON object, from `html` where that yields text, else from `text`.

    The fields `id`, `url`, `title`, `byline`, `published_at`, `site` and `language` win over the page's own.
    All others, and those of them whose value cannot be used, are kept in `extra`. Raises `Refused` with
    `malformed` for what is no such object and `no_text` where neither of the two yields text.
    """
    record = load_object(data)
    text, markup = _take_content(record, "text"), _take_content(record, "html")
    if text is None and markup is None:
        raise Refused("malformed", "The record has neither text nor html.")
    url = _take_url(record)
    page = _from_html(markup, url) or Extracted(repair(text or ""), "text/plain", url)
    return _with_fields(_located(page), record)


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


def _located(page: Extracted) -> Extracted:
    """With what the address says, where the page itself did not say it."""
    day = None if page.published_at else date_in_url(page.url)
    return replace(
        page,
        canonical_url=page.canonical_url or clean(page.url),
        site=page.site or site_of(page.url),
        published_at=page.published_at or day,
        published_from="url" if day else page.published_from,
    )


def _with_fields(page: Extracted, record: dict[str, object]) -> Extracted:
    """With the record's own fields; what is not taken from the record becomes `extra`."""
    name, title = _identifier(record.get("id")), _line(record.get("title"))
    byline, site = _byline(record.get("byline")), _site(record.get("site"))
    when, language = parse_date(record.get("published_at")), language_code(record.get("language"))
    taken = {
        "id": name,
        "title": title,
        "byline": byline,
        "site": site,
        "published_at": when,
        "language": language,
    }
    return replace(
        page,
        record_id=name,
        title=title or page.title,
        byline=byline or page.byline,
        published_at=when or page.published_at,
        published_from="record" if when else page.published_from,
        site=site or page.site,
        language=language or page.language,
        extra={key: value for key, value in record.items() if _is_extra(value, key, taken)},
    )


def _is_extra(value: object, key: str, taken: Mapping[str, object]) -> bool:
    """Whether a field is kept as it is: any unknown one, and a known one that holds something unusable."""
    return key not in taken or (taken[key] is None and value not in (None, "", []))


def _identifier(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def _line(value: object) -> str | None:
    return repair(" ".join(value.split())) or None if isinstance(value, str) else None


def _byline(value: object) -> str | None:
    names = value if isinstance(value, list) else [value]
    return join_names((repair(name) for name in names if isinstance(name, str)), [])


def _site(value: object) -> str | None:
    """The site as it is given; an address is brought down to its domain."""
    name = _line(value)
    return name and (domain_in(name) or name)
