"""Which of the known phrases a line holds, found by looking words up instead of one big pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.verdict.phrases import FIRM, LOOSE

KINDS = tuple(FIRM)
_WORD = re.compile(r"[^\W_]+(?:['&-][^\W_]+)*'?|[©®&]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Cues:
    """The phrases of a line: how many firm ones by kind (as in `KINDS`), how many loose ones.

    `covered` is the number of words in them, `said` the first firm phrase.
    """

    firm: tuple[int, ...] = (0,) * len(KINDS)
    loose: int = 0
    covered: int = 0
    said: str = ""


def split_words(low: str) -> list[str]:
    """The words of a line in lower case with straight apostrophes."""
    return _WORD.findall(low)


def _phrases(block: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in block.split("|")]


_LOOSE = len(KINDS)
_NUMBERED = [
    (phrase, number) for number, block in enumerate((*FIRM.values(), LOOSE)) for phrase in _phrases(block)
]
# Scripts without spaces have no words to look up; their few phrases are searched for.
_RUNNING = [(phrase, number) for phrase, number in _NUMBERED if _UNSPACED.search(phrase)]


def _by_first_word() -> dict[str, list[tuple[list[str], int]]]:
    """First word → the rest of each phrase that opens with it, the longest first."""
    table: dict[str, list[tuple[list[str], int]]] = {}
    for phrase, number in _NUMBERED:
        first, *rest = split_words(phrase)
        table.setdefault(first, []).append((rest, number))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BY_FIRST = _by_first_word()
_FIRST = frozenset(_BY_FIRST)
_NONE = Cues()


def count_cues(low: str, words: list[str]) -> Cues:
    """The cues of a line in lower case with `words`, its `split_words`. The longest phrase wins."""
    running = [number for phrase, number in _RUNNING if phrase in low] if _UNSPACED.search(low) else []
    if not running and _FIRST.isdisjoint(words):
        return _NONE
    numbers, covered, said = list(running), len(running), ""
    free = 0
    for at in [at for at, word in enumerate(words) if word in _BY_FIRST]:
        number, size = _phrase_at(words, at) if at >= free else (0, 0)
        if size:
            numbers.append(number)
            covered += size
            free = at + size
            if not said and number != _LOOSE:
                said = " ".join(words[at:free])
    counts = [0] * (_LOOSE + 1)
    for number in numbers:
        counts[number] += 1
    return Cues(tuple(counts[:_LOOSE]), counts[_LOOSE], covered, said)


def _phrase_at(words: list[str], at: int) -> tuple[int, int]:
    """The list and the size in words of the longest phrase that starts at word `at`; size 0 for none."""
    for rest, number in _BY_FIRST[words[at]]:
        size = len(rest)
        if words[at + 1 : at + 1 + size] == rest:
            return number, size + 1
    return 0, 0
