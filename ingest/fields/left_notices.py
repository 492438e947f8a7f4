"""What a web page says outside its article: who owns it, who took its pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.clean import read_notices
from ingest.model import LeftOut, Notice

# The first words of a copyright line in small letters, for a quick look.
_SIGNS = ("©", "(c)", "copyright")
# Who wrote or printed a text is read in the article alone: elsewhere other articles name theirs.
_ROLES = ("copyright", "photo")


def left_notices(pieces: Iterable[LeftOut]) -> tuple[Notice, ...]:
    """The notices of the pieces, without offsets, each of them once."""
    found = {
        replace(notice, start=None, stop=None): None
        for piece in pieces
        if piece.kind == "credit" or any(sign in piece.text.lower() for sign in _SIGNS)
        for notice in read_notices(piece.text)
        if notice.role in _ROLES
    }
    return tuple(found)
