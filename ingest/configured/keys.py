"""The keys of a source and what each may hold. A check returns the value as the source keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ingest.columns import FIELDS, parse_map
from ingest.configured.schedule import is_cron
from ingest.fetch.manners import CONTACT, HOST, is_contact, is_host
from ingest.fingerprint.thresholds import check
from ingest.sources import FORMATS
from ingest.sources.reading.paths import STDIN


class Wrong(Exception):  # noqa: N818 - what is wrong with a value, to be completed by its place
    """What is wrong with a value, as the second half of a sentence."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong("it has to be a text in quotation marks that is not empty")
    if not value.isprintable():
        raise Wrong("the text has line breaks or control characters in it")
    return value


def _kind(value: object) -> str:
    if value not in FORMATS:
        raise Wrong(f"there is no kind {value!r}; the kinds are {', '.join(FORMATS)}")
    return str(value)


def _locations(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    if not values:
        raise Wrong("the list is empty; name at least one place")
    found = tuple(_text(each) for each in values)
    if STDIN in found:
        raise Wrong("a source has no standard input; name a file, a folder, a pattern or an address")
    return found


def _map(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return parse_map([value])
    if not isinstance(value, Mapping) or not all(isinstance(each, str) and each for each in value.values()):
        raise Wrong('write { FIELD = "COLUMN" }, such as { text = "body" }')
    unknown = [key for key in value if key not in FIELDS]
    if unknown:
        raise Wrong(f"there is no field {unknown[0]!r} to map to; choose from {', '.join(FIELDS)}")
    return dict(value)


def _schedule(value: object) -> str:
    if not isinstance(value, str) or not is_cron(value):
        raise Wrong(f'{value!r} is no cron expression; write five fields, such as "*/30 * * * *"')
    return value


def _score(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Wrong("it has to be a number, such as 0.8")
    return float(value)


def _near(value: object) -> float:
    check(_score(value), None)
    return _score(value)


def _contains(value: object) -> float:
    check(None, _score(value))
    return _score(value)


def _contact(value: object) -> str:
    if not is_contact(text := _text(value)):
        raise Wrong(f"servers cannot be told {text!r}; write it {CONTACT}")
    return text


def _hosts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Wrong('write a list of names, such as ["intranet.example"]')
    names = tuple(_text(each) for each in value)
    if wrong := [name for name in names if not is_host(name)]:
        raise Wrong(f"{wrong[0]!r} is no name of a host; write it {HOST}")
    return names


def _delay(value: object) -> float:
    seconds = _score(value)
    if not 0 <= seconds <= _LONGEST_DELAY:
        raise Wrong(f"it is a number of seconds from 0 to {_LONGEST_DELAY}")
    return seconds


_LONGEST_DELAY = 3600
REQUIRED = ("name", "location")
KEYS: Mapping[str, Callable[[object], Any]] = {
    "name": _text,
    "location": _locations,
    "kind": _kind,
    "map": _map,
    "schedule": _schedule,
    "licence": _text,
    "language": _text,
    "site": _text,
    "near": _near,
    "contains": _contains,
    "contact": _contact,
    "delay": _delay,
    "allow_hosts": _hosts,
}
