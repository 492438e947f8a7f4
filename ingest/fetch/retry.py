"""Which failures pass by themselves, how long to wait for it, and what to say of those that do not."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_PAUSE = 1.0
_OVERLOADED = frozenset({502, 503, 504})
# Codes of rejects that another run may not meet again.
PASSING = frozenset({"unreachable", "timeout", "unavailable"})
_CODES = {
    401: ("forbidden", "The server wants a password for it (401)."),
    403: ("forbidden", "The server does not let it be read (403)."),
    404: ("not_found", "There is no such page any more (404)."),
    410: ("not_found", "The page was taken away for good (410)."),
    429: ("unavailable", "The server asks for fewer requests (429)."),
    451: ("forbidden", "The page is withheld for legal reasons (451)."),
}


def after(attempt: int, chance: float) -> float:
    """The seconds to wait after the `attempt`th failure: twice as long each time, with jitter."""
    return _PAUSE * float(2 ** (attempt - 1)) * (0.5 + chance)


def is_passing(answer: httpx.Response, now: datetime) -> float | None:
    """The seconds that a server asks to wait before it is asked again; None where that would not help."""
    wanted = _retry_after(answer.headers.get("retry-after", ""), now)
    if answer.status_code in _OVERLOADED:
        return wanted or 0.0
    return wanted if answer.status_code == 429 else None


def reason_of(answer: httpx.Response) -> tuple[str, str]:
    """The code and the sentence for an answer that is no page."""
    status = answer.status_code
    if status in _CODES:
        return _CODES[status]
    if status >= 500:
        return "unavailable", f"The server cannot answer now ({status})."
    return "http_error", f"The server answers {status} {answer.reason_phrase}".rstrip() + "."


def _retry_after(value: str, now: datetime) -> float | None:
    """The header Retry-After, in seconds or as a date."""
    if value.strip().isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
