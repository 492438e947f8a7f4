"""Options that several commands share."""

from __future__ import annotations

import click

warehouse_option = click.option(
    "--warehouse",
    metavar="FILE",
    help="The DuckDB file. Otherwise $COPYDESK_WAREHOUSE, otherwise copydesk.duckdb in this folder.",
)
