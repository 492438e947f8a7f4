"""`copydesk stories` and `copydesk story`: who covered an event, who had it first, where they disagree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from flows.commands.options import after, rows_format_option, warehouse_option

_DAY, _MINUTE = "%Y-%m-%d", "%Y-%m-%dT%H:%M"
_TIME = click.DateTime((_DAY, _MINUTE))


@click.command()
@click.option("--since", type=_TIME, help="Only stories that were still told on this day (UTC) or later.")
@click.option("--until", type=_TIME, help="Only stories that began on this day (UTC) or before.")
@click.option(
    "--min-size", type=click.IntRange(1), default=2, show_default=True, help="Documents, copies among them."
)
@warehouse_option
@rows_format_option("How to print them; csv and json have whole ids and all sites.")
def stories(
    since: datetime | None, until: datetime | None, min_size: int, warehouse: str | None, form: str
) -> None:
    """List stories: documents that report the same event, whether they are copies or not.

    Tellings are groups of copies, origins those tellings that do not rest on each other or on one outlet
    that they cite. The largest come first.
    """
    from flows.screen import write
    from flows.stories.listing import listing
    from flows.tables import write as write_rows
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        found = reader.stories(_utc(since), _after(until), min_size)
    if form == "table":
        write(*listing(found.records()))
    else:
        write_rows(found, form)


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="A page to read, or JSON with every offset.",
)
@warehouse_option
def story(name: str, form: str, warehouse: str | None) -> None:
    """Show one story: its timeline, its tellings, on whose word they rest, where they disagree.

    ID is a story_id, the beginning of one, or a document of the story by doc_id or source_uri.
    """
    from flows.screen import write, write_exactly
    from flows.stories.record import as_json
    from flows.stories.screen import story_page
    from warehouse.files import locate
    from warehouse.reader import open_reader

    with open_reader(locate(warehouse)) as reader:
        found = reader.story(name)
    if form == "json":
        write_exactly(as_json(found))
    else:
        write(*story_page(found))


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.replace(tzinfo=UTC)


def _after(time: datetime | None) -> datetime | None:
    """Return the first moment after a day, or after a minute."""
    if time is None:
        return None
    whole_day = (time.hour, time.minute) == (0, 0)
    return after(time, timedelta(days=1) if whole_day else timedelta(minutes=1))
