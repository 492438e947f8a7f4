"""Repairs mojibake, text decoded with the wrong encoding, where that is certain, with `ftfy`."""

from __future__ import annotations

import re

# The first byte of a UTF-8 sequence seen as Windows-1252, then one of its following bytes; the forms that
# typographic quotes take in Windows-1251 and Mac Roman; C1 control characters.
_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SUSPECT = re.compile(f"[\xc2-\xf4][{_CONTINUATION}]|вЂ|‚Ä|[РС][{_CONTINUATION}ЂЃѓЉЊЌЋЏђљњќћџ]|[\x80-\x9f]")


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
