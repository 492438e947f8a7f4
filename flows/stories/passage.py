"""A passage with a little of what stands around it."""

from __future__ import annotations

_BESIDE = 80


def around(text: str, start: int, stop: int) -> tuple[str, str, str]:
    """Return what stands before a passage, the passage and what follows, each in one line.

    Of both sides at most 80 characters are left, from a whole word on and not beyond the paragraph.
    """
    before = text[max(0, start - _BESIDE) : start].rpartition("\n")[2]
    if start - len(before) > 0 and len(before) == _BESIDE:
        before = "…" + before.partition(" ")[2]
    after = text[stop : stop + _BESIDE].partition("\n")[0]
    if stop + len(after) < len(text) and len(after) == _BESIDE:
        after = after.rpartition(" ")[0] + " …"
    return before, " ".join(text[start:stop].split()), after
