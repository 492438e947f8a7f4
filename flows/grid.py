"""Rows of text as a table to read: as wide as it needs in a pipe, folded to the window on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.screen import on_terminal, visible

# Narrower columns cannot be read: rows that would need them are written a value a line.
_NARROWEST = 12
_GAP = 3


def print_grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their column names; nothing is left out, however wide it is."""
    console = Console(highlight=False)
    widths = _widths([columns, *rows])
    if not on_terminal():
        console.width = sum(widths) + _GAP * len(widths) + 1
    elif sum(min(width, _NARROWEST) + _GAP for width in widths) > console.width:
        _print_records(console, columns, rows)
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(Text(visible(name)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(value)) for value in row))
    console.print(table)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max((cell_len(line) for value in column for line in visible(value).split("\n")), default=0)
        for column in zip(*rows, strict=True)
    ]


def _print_records(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(rows, 1):
        console.print(Text(f"row {number}", "bold"))
        for name, value in zip(columns, row, strict=True):
            console.print(Text.assemble((f"{visible(name)}: ", "dim"), visible(value)), soft_wrap=True)
