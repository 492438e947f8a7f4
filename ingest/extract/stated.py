"""Fields that somebody states of an article, a record of itself or a carrier of what it brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.carried import READING
from ingest.columns import CONTENT, Assigned
from ingest.extract.bylines import join_names
from ingest.extract.dates import date_in_url, parse_date
from ingest.extract.languages import language_code
from ingest.extract.urls import absolute, clean, domain_in, site_of
from ingest.model import Extracted
from ingest.mojibake import repair

# The day in an address and a moment so near to it are the same publication.
_SAME_DAY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Stated:
    """The stated fields that can be used; `rest` holds the others, also those with an unusable value."""

    id: str | None
    title: str | None
    byline: str | None
    site: str | None
    published_at: datetime | None
    language: str | None
    rest: dict[str, object]


def stated(fields: Mapping[str, object]) -> Stated:
    """What the fields `id`, `title`, `byline`, `site`, `published_at` and `language` say."""
    found: dict[str, object] = {
        "id": (name := _identifier(fields.get("id"))),
        "title": (title := _line(fields.get("title"))),
        "byline": (byline := _byline(fields.get("byline"))),
        "site": (site := _site(fields.get("site"))),
        "published_at": (when := parse_date(fields.get("published_at"))),
        "language": (language := language_code(fields.get("language"))),
    }
    rest = {key: value for key, value in fields.items() if _is_left(value, key, found)}
    return Stated(name, title, byline, site, when, language, rest)


def with_record(page: Extracted, assigned: Assigned) -> Extracted:
    """The article with its record's own fields, which win; all other columns become `extra`."""
    known = {name: value for name, value in assigned.fields.items() if name not in CONTENT}
    if absolute(known.get("url")) or known.get("url") is None:
        known.pop("url", None)
    own = stated(known)
    unusable = {assigned.columns[name]: value for name, value in own.rest.items()}
    return replace(
        page,
        record_id=own.id,
        title=own.title or page.title,
        byline=own.byline or page.byline,
        published_at=own.published_at or page.published_at,
        published_from="record" if own.published_at else page.published_from,
        site=own.site or page.site,
        language=own.language or page.language,
        extra={**assigned.rest, **unusable},
    )


def fill(page: Extracted, carried: Mapping[str, object]) -> Extracted:
    """The article with what its carrier states, where the article itself says nothing.

    A moment also takes the place of the day in an address, which has no time, unless they are days apart.
    """
    if not carried:
        return page
    said = stated({name: value for name, value in carried.items() if name not in READING})
    when, origin = page.published_at, page.published_from
    if said.published_at and (when is None or _is_finer(said.published_at, page)):
        when, origin = said.published_at, "carrier"
    return replace(
        page,
        record_id=page.record_id or said.id,
        title=page.title or said.title,
        byline=page.byline or said.byline,
        site=page.site or said.site,
        published_at=when,
        published_from=origin,
        language=page.language or said.language,
        extra={**said.rest, **page.extra},
    )


def located(page: Extracted) -> Extracted:
    """With what the address says, where the page itself did not say it."""
    day = None if page.published_at else date_in_url(page.url)
    return replace(
        page,
        canonical_url=page.canonical_url or clean(page.url),
        site=page.site or site_of(page.url),
        published_at=page.published_at or day,
        published_from="url" if day else page.published_from,
    )


def _is_finer(moment: datetime, page: Extracted) -> bool:
    day = page.published_at
    return page.published_from == "url" and day is not None and abs(moment - day) < _SAME_DAY


def _is_left(value: object, key: str, found: Mapping[str, object]) -> bool:
    """Whether a field is kept as it is: any unknown one, and a known one that holds something unusable."""
    return key not in found or (found[key] is None and value not in (None, "", []))


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
