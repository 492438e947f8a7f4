"""Text on its way to a person: safe for a terminal and coloured there, plain in a pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from warehouse.files import Files

# Side by side columns need a width even where there is no terminal.
_PAGE = 120
# An article must not be able to move the cursor, colour the screen or turn the order of what stands beside
# it: its control characters are shown as the pictures that Unicode has for them, if it has any.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_PICTURES |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)


def visible(text: str) -> str:
    """Return `text` with a visible sign for every control character but tab and line feed.

    That also goes for those that open or close a direction of writing; right-to-left text needs none.
    """
    return text.translate(_PICTURES)


def on_terminal() -> bool:
    """Say whether the output goes to a terminal."""
    return sys.stdout.isatty()


def write_file(page: str, path: str, files: Files) -> None:
    """Write a page to a file of the user's choice.

    Raises UsageError where that cannot be, and for the files of the warehouse, which would be lost.
    """
    if files.is_one(path):
        raise UsageError(f"The page cannot be written to {path}: that is a file of the warehouse.")
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"The page cannot be written to {path}: {error.strerror}.") from error


def write(*parts: Text | Table) -> None:
    """Write styled parts below each other: with their styles on a terminal, bare characters in a pipe."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, width=None if on_terminal() else _PAGE)
    for part in parts:
        if isinstance(part, Text) and not on_terminal():
            sys.stdout.write(f"{part.plain}\n")
        else:
            console.print(part, soft_wrap=isinstance(part, Text))


def write_exactly(text: str) -> None:
    """Write `text` in a pipe as its very bytes in UTF-8, on a terminal safely and with a line end."""
    if on_terminal():
        sys.stdout.write(f"{visible(text)}\n")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
