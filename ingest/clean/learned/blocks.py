"""The lines of a document that could be boilerplate of its site: counted there, cut once they are a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import xxhash

from ingest.clean.engine.lines import Line, Page
from ingest.fingerprint.normalise import normalise
from ingest.model import Block, Cut

# In bytes of UTF-8, so that scripts with a character for a syllable or a word need fewer of them.
_SHORTEST = 8
_SHORTEST_WORD = 20
_DIGITS = b"0123456789"
# For ASCII: small letters for capitals, and what is neither letter nor digit.
_SMALL = bytes(range(256)).lower()
_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
_PREFIX = "repeated-"


def blocks(page: Page, cuts: Sequence[Cut], owner: str, title: str | None) -> tuple[Block, ...]:
    """The lines of `page` that count towards what `owner`, a site or a collection, repeats.

    Left out are lines that `cuts` touch already, the title, what somebody says, what is mostly figures,
    and what is too short to be told from chance: less than 8 bytes of UTF-8, a single word less than 20.
    """
    heading = fold_line(title or "")
    found = []
    for line in _uncut(page.lines, cuts):
        folded = fold_line(line.text)
        if _counts(folded, " " in line.text) and folded != heading and not line.opens_speech:
            found.append(Block(block_key(owner, folded), line.start, line.stop))
    return tuple(found)


def block_key(owner: str, folded: bytes) -> int:
    """The key of a folded line of a site or collection: 64 bits, unsigned (XXH3)."""
    return xxhash.xxh3_64_intdigest(owner.encode("utf-8", "surrogatepass") + b"\0" + folded)


def key_of(rule: str) -> int:
    """The key of the line that a rule of this name cuts, `repeated-` and 16 hexadecimal digits.

    Raises ValueError for any other name.
    """
    if not rule.startswith(_PREFIX):
        raise ValueError(f"{rule!r} is not the name of a learned rule.")
    return int(rule.removeprefix(_PREFIX), 16)


def fold_line(text: str) -> bytes:
    """The letters and digits of a line as matching folds them, without spaces, in UTF-8."""
    if text.isascii():
        return text.encode().translate(_SMALL, _NO_WORD)
    return normalise(text).replace(" ", "").encode("utf-8", "surrogatepass")


def _uncut(lines: Sequence[Line], cuts: Sequence[Cut]) -> Iterator[Line]:
    """The lines that share no character with a cut; both come in order."""
    at = 0
    for line in lines:
        while at < len(cuts) and cuts[at].stop <= line.start:
            at += 1
        if at == len(cuts) or line.stop <= cuts[at].start:
            yield line


def _counts(folded: bytes, several_words: bool) -> bool:
    if len(folded) < (_SHORTEST if several_words else _SHORTEST_WORD):
        return False
    return len(folded.translate(None, _DIGITS)) * 2 > len(folded)
