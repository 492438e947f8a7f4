"""Markdown: texts of articles as cells, tables, commands. No character of a text means anything in it."""

from __future__ import annotations

from collections.abc import Sequence

from flows.summary import shortened

_TEXT = 100
_MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~&:@")


def cell(text: str, characters: int = _TEXT) -> str:
    """Return a text as the cell of a Markdown table, where none of its characters means anything."""
    return "".join(f"\\{mark}" if mark in _MARKUP else mark for mark in shortened(text, characters))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()) -> str:
    """Return a Markdown table of cells; the columns named in `numbers` are aligned to the right."""
    lines = [columns, ["---:" if column in numbers else "---" for column in columns], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(command: str) -> str:
    """Return a command as code in a cell; a backtick in a name would end it."""
    return f"`{command}`" if not {"`", "|"} & set(command) else cell(command, 200)
