"""What a carrier says of an article: a feed entry, an archive record, a mail, a server, a configuration.

A fact is a name and a JSON value. `url` and `charset` help to read the bytes, `media_type` to choose a
format, `map` names the columns of a record that hold its fields. `title`, `byline`, `published_at`,
`language`, `site` and `id` fill what the article itself lacks. All other names are kept as they are, in
`extra`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime

Facts = Mapping[str, object]

# Facts on how to read the bytes; they say nothing of the article.
READING = frozenset({"url", "charset", "media_type", "map"})
# Facts on one article: what lies inside it, such as a file in an archive, has its own.
_OF_ONE = READING - {"map"} | {"title", "byline", "published_at", "id"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def facts(said: Facts) -> dict[str, object]:
    """The facts in one spelling, fit for JSON: without empty ones, times as ISO 8601, sorted by name.

    A value that JSON does not know becomes its text, a lone surrogate U+FFFD.
    """
    plain = {_SURROGATE.sub("\ufffd", name): _plain(value) for name, value in said.items()}
    return {name: plain[name] for name in sorted(plain) if plain[name] not in (None, "", [], {})}


def inherited(said: Facts) -> dict[str, object]:
    """The facts that also hold for each of several articles inside, such as language and site."""
    return {name: value for name, value in said.items() if name not in _OF_ONE}


def to_json(said: Facts) -> str:
    """The facts as JSON, always in the same bytes."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, Mapping):
        return facts({str(name): item for name, item in value.items()})
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else _SURROGATE.sub("\ufffd", str(value))
