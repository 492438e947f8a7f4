"""`copydesk query`: read-only SQL on the warehouse."""

from __future__ import annotations

import click

from flows.commands.options import rows_format_option, warehouse_option


# SQL may begin with a comment, whose dashes look like an option.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("sql")
@warehouse_option
@rows_format_option("How to print the rows.")
def query(sql: str, warehouse: str | None, form: str) -> None:
    """Run SQL on the warehouse; it can read and nothing else.

    Tables: documents, revisions, removals, embeds, notices, relations, evidence, copies, copy_groups,
    copy_history, stories, story_history, tellings, origins, citations, conflicts, articles, runs, rejects,
    rules, verdicts, tombstones,
    settings.
    """
    from flows.tables import write
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        result = reader.query(sql)
    write(result, form)
