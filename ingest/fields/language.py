"""The language of a document that does not name it, from its words."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

# A detection reads this much; more costs time and changes nothing for news text.
_CHARACTERS = 600
_LETTERS = 20
_CERTAIN = 0.9

# Words that make up a good part of any text in their language and are rare in the others. They
# settle the plain cases at a thirtieth of the cost of the detector, which decides all the rest.
_FUNCTION_WORDS = {
    word: language
    for language, words in {
        "en": "the and of to that with was were are have has said from which their they his this been will "
        "who had would",
        "de": "der und das ist nicht mit dem den sich auf eine auch werden wurde einen nach wird bei zum",
        "fr": "les et dans est une pour qui par sur avec pas ont cette été sont aux leur",
        "es": "los las el del una por se con para su como fue más pero también han",
        "it": "il che di della sono per gli con dei nel alla anche più delle è",
        "pt": "não uma os do em para dos foi pelo pela mais são também às",
        "nl": "het een van dat zijn niet ook voor werd naar wordt bij deze aan",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+")
_SHARE, _LEAD = 0.08, 4


class _Identifier(Protocol):
    def classify(self, instance: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def detect_language(text: str, certain: float = _CERTAIN) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None where it is too short or in doubt.

    `certain` is the least probability, from 0 to 1, that leaves no doubt.
    """
    start = text[:_CHARACTERS]
    plain = _by_function_words(start[: _CHARACTERS // 2]) or _by_function_words(start)
    if plain or sum(map(str.isalpha, start)) < _LETTERS:
        return plain
    language, probability = _identifier().classify(start)
    return language if probability >= certain else None


def _by_function_words(text: str) -> str | None:
    """Return the language whose function words are frequent here, and far more so than any other's."""
    words = _WORD.findall(text.lower())
    counts: dict[str, int] = {}
    for word in words:
        language = _FUNCTION_WORDS.get(word)
        if language:
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return None
    best, *others = sorted(counts.items(), key=lambda item: -item[1])
    second = others[0][1] if others else 0
    return best[0] if best[1] >= max(5, _SHARE * len(words), _LEAD * second) else None
