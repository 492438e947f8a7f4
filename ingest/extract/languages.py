"""Language tags, brought to the primary subtag of BCP 47."""

from __future__ import annotations

import re

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?")
# Two-letter codes for the three-letter ones that pages use, and codes that were replaced.
_SAME = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"}
_SAME |= {"por": "pt", "rus": "ru", "nld": "nl", "dut": "nl", "pol": "pl", "iw": "he", "in": "id", "ji": "yi"}
_NONE = frozenset({"und", "mul", "zxx", "xx"})


def language_code(tag: object) -> str | None:
    """The primary subtag of a language tag in lower case (`en-US` gives `en`); None where it names none."""
    found = _TAG.fullmatch(tag.strip()) if isinstance(tag, str) else None
    if found is None:
        return None
    code = found[1].lower()
    return None if code in _NONE else _SAME.get(code, code)
