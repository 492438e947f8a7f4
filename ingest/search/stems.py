"""Stems of words by Snowball's algorithms (https://snowballstem.org), through PyStemmer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from Stemmer import Stemmer

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@cache
def _stemmer(algorithm: str) -> Stemmer:
    # Every word is asked for once; a cache would only cost time.
    return Stemmer(algorithm, 0)


def stemmed(language: str | None) -> str:
    """Return the name of the algorithm for a language code; an empty one where there is none."""
    return _ALGORITHMS.get(language or "", "")


def stems(words: Sequence[str], algorithm: str) -> list[str]:
    """Return the stem of each word: the word itself without an algorithm."""
    return _stemmer(algorithm).stemWords(words) if algorithm else list(words)
