"""The list of stories for a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.screen import visible
from flows.stories.times import minute
from flows.summary import count

_FEW_SITES = 3
_ID = 8


def listing(stories: Sequence[dict[str, Any]]) -> list[Text | Table]:
    """Return the list as a table: sizes, id, headline, and below it who was first and who else has it."""
    if not stories:
        return [Text("There is no such story.")]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("size", "tellings", "origins"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("story", no_wrap=True)
    table.add_column("headline", overflow="fold", ratio=1)
    for each in stories:
        table.add_row(
            f"{each['size']:,}",
            f"{each['tellings']:,}",
            f"{each['origins']:,}",
            str(each["story_id"])[:_ID],
            Text.assemble(visible(each["headline"] or "(no title)"), (f"\n{visible(_told(each))}", "dim")),
        )
    return [table, Text(f"{count(len(stories), 'story', 'stories')}; `copydesk story ID` shows one.", "dim")]


def _told(story: dict[str, Any]) -> str:
    """Say who was first, when, and who else has the story."""
    first, others = story["first_site"], [site for site in story["sites"] if site != story["first_site"]]
    more = f" and {len(others) - _FEW_SITES:,} more" if len(others) > _FEW_SITES else ""
    named = ", ".join(others[:_FEW_SITES]) + more
    if first is None:
        return f"no date; {named}" if named else "no date"
    when = f"{minute(story['first_published_at'])} {first}"
    return f"{when}; then {named}" if named else when
