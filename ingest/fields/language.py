"""The language of a document: given, declared, or detected from its words."""

from __future__ import annotations

from functools import cache
from typing import Protocol

# A detection reads this much; more costs time and changes nothing for news text.
_CHARACTERS = 600
_LETTERS = 20
_CERTAIN = 0.9


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None where it is too short or in doubt."""
    start = text[:_CHARACTERS]
    if sum(map(str.isalpha, start)) < _LETTERS:
        return None
    language, probability = _identifier().classify(start)
    return language if probability >= _CERTAIN else None
