"""One parse of a text into lines with offsets, shared by every rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from statistics import median

from ingest.clean.engine.lazy import Lazy
from ingest.clean.engine.wrapped import Span, unwrap

_SENTENCE_END = tuple(".!?…。｡．！？‥؟۔।॥։።။។")
_OPENERS = '"“„«»‟'
_CLOSERS = "\"'”’»›)]」』 \t*_"
_SPACED_FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "\u200b": None,
        "\ufeff": None,
        "\u00ad": None,
        "\u200e": None,
        "\u200f": None,
        "\ufe0f": None,
        "…": "...",
    }
)
_BULLETS = ("- ", "– ", "• ", "* ", "· ", "▪ ", "● ")
# Marks that people set around a label; a label means the same with or without them.
DECORATION = " \t\u00a0（）：！？、。-–—―‐_*•·●▪■►▶▸◄→←↓↑⬇➡»«›‹>|¦~=+:;.…!?\"'()[]{}<【】「」『』✕×✖⏩👉📌🔗"
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DIGITS = re.compile(r"\d+(?:[.,:\u00a0]\d+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces two characters count as one word."""
    words = len(text.split())
    if words * 6 < len(text):
        words = max(words, len(_CJK.findall(text)) // 2)
    return words


def fold(text: str) -> str:
    """Lower case, straight quotes, no invisible characters, single spaces."""
    text = text.lower()
    if not text.isascii():
        text = text.translate(_SPACED_FOLD)
    return " ".join(text.split())


def as_written(words: Iterable[str]) -> frozenset[str]:
    """Lower-case words as they stand between white space: alone, before a mark, after a bracket or quote."""
    before, after = ("", "(", '"', "“"), ("", *".,:;!?)*")
    return frozenset(left + word + right for word in words for left in before for right in after)


class Line:
    """A line that is not blank; in a text of one width, the lines of a paragraph (see `unwrap`).

    `[start, stop)` are its visible characters; `gap` counts the line breaks before it.
    """

    __slots__ = ("__dict__", "gap", "index", "start", "stop", "text")

    def __init__(self, index: int, start: int, text: str, gap: int) -> None:
        self.index = index
        self.start = start
        self.stop = start + len(text)
        self.text = text
        self.gap = gap

    @Lazy
    def folded(self) -> str:
        """The line as rules compare it (see `fold`)."""
        return fold(self.text)

    @Lazy
    def key(self) -> str:
        """The folded line without decoration at its ends."""
        return self.folded.strip(DECORATION)

    @Lazy
    def numberless_key(self) -> str:
        """The key with every number written as `#`."""
        return _DIGITS.sub("#", self.key)

    @Lazy
    def words(self) -> int:
        """Number of words in the line."""
        return count_words(self.text)

    @Lazy
    def ends_sentence(self) -> bool:
        """Whether the line closes like a sentence, seen through quotes and brackets at its end."""
        return self.text.rstrip(_CLOSERS).endswith(_SENTENCE_END)

    @property
    def opens_speech(self) -> bool:
        """Whether the line opens like speech: with a double quotation mark, or with a dash and a space."""
        return self.text[0] in _OPENERS or self.text[:2] in ("– ", "— ")

    @property
    def is_item(self) -> bool:
        """Whether the line is an item of a list: a bullet or a dash and a space, and no dash at its end."""
        return self.text.startswith(_BULLETS) and self.text[-1] not in "-–—"

    @Lazy
    def is_prose(self) -> bool:
        """Whether the line reads like a paragraph of a story: long enough, and closed like a sentence."""
        return (self.ends_sentence and self.words >= 12) or self.words >= 45


class Page:
    """A text and its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = list(_lines(text))

    @Lazy
    def lowered(self) -> str:
        """The whole text in lower case, character for character."""
        lowered = self.text.lower()
        if len(lowered) != len(self.text):
            lowered = "".join(low if len(low := mark.lower()) == 1 else mark for mark in self.text)
        return lowered

    def lines_with(self, words: frozenset[str], marks: Iterable[str] = ()) -> dict[int, list[str]]:
        """Which of `words` (see `as_written`) and of `marks` each line holds, by line index."""
        found: dict[int, list[str]] = {}
        for word in (*words.intersection(self._words), *marks):
            at = self.lowered.find(word)
            while at >= 0:
                line = self.lines[bisect_right(self._starts, at) - 1]
                found.setdefault(line.index, []).append(word)
                at = self.lowered.find(word, max(line.stop, at + 1))
        return found

    @Lazy
    def usual_length(self) -> float:
        """The usual length of a paragraph of this text, in characters (200 where there is none)."""
        lengths = [len(line.text) for line in self.lines if line.is_prose]
        return float(median(lengths)) if lengths else 200.0

    @Lazy
    def _words(self) -> list[str]:
        return self.lowered.split()

    @Lazy
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @Lazy
    def has_blank_lines(self) -> bool:
        """Whether blank lines separate most paragraphs of this text."""
        return sum(line.gap > 1 for line in self.lines) * 2 > len(self.lines)


def _lines(text: str) -> Iterator[Line]:
    spans = list(_spans(text))
    joined = unwrap(text, spans)
    for index, (start, stop, gap) in enumerate(joined):
        content = text[start:stop]
        if len(joined) < len(spans):
            # A line break becomes one space, so that offsets in the line stay offsets in the text.
            content = _BREAK.sub(" ", content)
        yield Line(index, start, content, gap)


def _spans(text: str) -> Iterator[Span]:
    offset, gap = 0, 0
    for raw in text.splitlines(keepends=True):
        gap += 1
        content = raw.strip()
        if content:
            start = offset + raw.index(content[0])
            yield start, start + len(content), gap
            gap = 0
        offset += len(raw)
