"""Loads a JSON object so that whatever it holds can be written as valid JSON again."""

from __future__ import annotations

import json
import math
import re

from ingest.decode import decode
from ingest.errors import Refused

_MAX_DEPTH = 100
# An integer of more digits does not fit the 64 bits that other programs read numbers into.
_MAX_DIGITS = 18
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def load_object(data: bytes) -> dict[str, object]:
    """The object in the data; of a key that comes twice the last value counts, as usual in JSON.

    NaN and infinities become None, numbers beyond 64 bits their digits as text, lone surrogates U+FFFD.
    Raises `Refused` with `malformed` for anything but an object and for nesting beyond 100 levels.
    """
    text = _text(data)
    try:
        value = json.loads(
            text, strict=False, parse_constant=_nothing, parse_int=_integer, parse_float=_number
        )
        deep = text.count("{") + text.count("[") > _MAX_DEPTH and _depth(value) > _MAX_DEPTH
    except json.JSONDecodeError as error:
        reason = f"The line is not valid JSON: {error.msg} (character {error.pos + 1})."
        raise Refused("malformed", reason) from error
    except RecursionError:
        deep = True
    if deep:
        raise Refused("malformed", f"The record nests deeper than {_MAX_DEPTH} levels.")
    if not isinstance(value, dict):
        raise Refused("malformed", "The line is valid JSON, but no object in braces.")
    return _mended(value) if _ESCAPED_SURROGATE.search(text) else value  # type: ignore[return-value]


def _text(data: bytes) -> str:
    if data[:1] == b"{" and b"\x00" not in data:
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
    return decode(data)


def _nothing(name: str) -> None:
    return None


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits.lstrip("-")) <= _MAX_DIGITS else digits


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [child for item in level for child in _children(item)]
    return depth


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _mended(value: object) -> object:
    """The value with U+FFFD for every surrogate that has no partner."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_SURROGATE.sub("\ufffd", key): _mended(item) for key, item in value.items()}
    return [_mended(item) for item in value] if isinstance(value, list) else value
