"""Repairs mojibake, text decoded with the wrong encoding, where that is certain, with `ftfy`."""

from __future__ import annotations

import re

# A cheap look before the library's: the first byte of a UTF-8 sequence seen as Windows-1252, Windows-1251
# or Mac Roman, then one of its following bytes; or a C1 control character.
_SUSPECT = re.compile(
    "[\x80-\x9f\xc2-\xf4вРС‚](?:(?<=[\x80-\x9f])|[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸЂЃѓЉЊЌЋЏђљњќћџÄ])"
)


def repair(text: str) -> str:
    """The text with certain mojibake repaired, line by line; every other line stays as it is."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    return "".join(_repair_line(line) for line in text.splitlines(keepends=True))


def _repair_line(line: str) -> str:
    if line.isascii() or not _SUSPECT.search(line):
        return line
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(line):
        return line
    fixed = ftfy.fix_encoding(line, replace_lossy_sequences=False, fix_c1_controls=False)
    return line if is_bad(fixed) else fixed
