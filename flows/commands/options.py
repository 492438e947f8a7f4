"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import click

warehouse_option = click.option(
    "--warehouse",
    metavar="FILE",
    help="The DuckDB file. Otherwise $COPYDESK_WAREHOUSE, otherwise copydesk.duckdb in this folder.",
)
sources_option = click.option(
    "--sources",
    "file",
    metavar="FILE",
    help="The configuration. Otherwise $COPYDESK_SOURCES, otherwise sources.toml in this folder.",
)


def rows_format_option(told: str) -> Callable[[Any], Any]:
    """Return the option `--format` of a command that prints rows; `told` is what its help says."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("table", "csv", "json")),
        default="table",
        show_default=True,
        help=told,
    )


def after(time: datetime, step: timedelta) -> datetime:
    """Return a time given in UTC and a step later, at the end of time the last moment."""
    try:
        return time.replace(tzinfo=UTC) + step
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
