"""One story for a person: timeline, tellings, origins, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from rich.table import Table
from rich.text import Text

from flows.screen import visible
from flows.stories.passage import around
from flows.stories.times import minute, span
from flows.summary import count, shortened
from warehouse.stored import StoredStory

_ID = 8
_TITLE = 60


def story_page(story: StoredStory) -> list[Text | Table]:
    """Return the parts of the page, from the headline to the conflicts side by side."""
    names = {each["doc_id"]: each for each in story.documents}
    return [
        _head(story),
        _heading("Timeline"),
        _timeline(story.documents),
        _heading(f"Tellings ({len(story.tellings):,})"),
        _tellings(story, names),
        _heading(f"Origins ({story.origins['independent_origins']:,})"),
        _origins(story.tellings, names),
        _heading(f"Conflicts ({len(story.conflicts):,})"),
        _conflicts(story, names),
    ]


def _head(story: StoredStory) -> Text:
    found = story.origins
    told = (
        f"{count(found['documents'], 'document')}, {count(found['tellings'], 'telling')}, "
        f"{count(found['independent_origins'], 'independent origin')}; "
        f"{span(found['first_published_at'], found['last_published_at'])}"
    )
    title = visible(story.headline or "(no title)")
    return Text.assemble((title, "bold"), f"\nstory {story.story_id}\n{told}")


def _heading(name: str) -> Text:
    return Text.assemble("\n", (name, "bold"))


def _timeline(documents: Sequence[dict[str, Any]]) -> Table:
    table = _grid(3)
    table.expand = True
    table.columns[-1].ratio = 1
    table.columns[-1].no_wrap = True
    table.columns[-1].overflow = "ellipsis"
    for each in documents:
        copied = "" if each["is_canonical"] else f"copy of {_short(each['canonical_doc_id'])}"
        what = copied or shortened(each["title"] or each["source_uri"], _TITLE)
        table.add_row(
            minute(each["published_at"]), _short(each["doc_id"]), visible(_place(each)), visible(what)
        )
    return table


def _tellings(story: StoredStory, names: dict[UUID, dict[str, Any]]) -> Table:
    copies: dict[UUID, list[str]] = defaultdict(list)
    for each in story.documents:
        if not each["is_canonical"]:
            copies[each["canonical_doc_id"]].append(_place(each))
    table = _grid(1)
    for each in story.tellings:
        document = names[each["doc_id"]]
        lines = Text(visible(f"{document['title'] or document['source_uri']} ({_place(document)})"))
        for line in _about(each, sorted(copies[each["doc_id"]])):
            lines.append(f"\n{visible(line)}", "dim")
        table.add_row(_short(each["doc_id"]), lines)
    return table


def _about(telling: dict[str, Any], copies: Sequence[str]) -> Iterator[str]:
    if copies:
        yield f"{count(len(copies), 'copy', 'copies')}: {', '.join(copies)}"
    if telling["cited_outlets"]:
        yield f"cites {', '.join(telling['cited_outlets'])}"
    if telling["like_doc_id"]:
        like, score = _short(telling["like_doc_id"]), telling["like_score"]
        yield f"most like {like} ({score:.2f}): {telling['because']}"


def _origins(tellings: Sequence[dict[str, Any]], names: dict[UUID, dict[str, Any]]) -> Table:
    """Return what is one origin in a row: the tellings, and the outlets that they cite."""
    parts: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for each in tellings:
        parts[each["origin_doc_id"]].append(each)
    table = _grid(1)
    for number, part in enumerate(sorted(parts.values(), key=len, reverse=True), 1):
        places = ", ".join(f"{_short(each['doc_id'])} ({_place(names[each['doc_id']])})" for each in part)
        outlets = sorted({outlet for each in part for outlet in each["cited_outlets"]})
        cites = f"\nciting {', '.join(outlets)}" if outlets else ""
        table.add_row(str(number), Text.assemble(visible(places), (visible(cites), "dim")))
    return table


def _conflicts(story: StoredStory, names: dict[UUID, dict[str, Any]]) -> Table | Text:
    """Return where tellings disagree, both passages side by side."""
    if not story.conflicts:
        return Text("None was found.")
    table = Table.grid(expand=True, padding=(0, 2, 1, 0))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    for each in story.conflicts:
        sides = []
        for side in "ab":
            document = names[each[f"doc_{side}"]]
            before, words, after = around(
                story.texts[each[f"doc_{side}"]], each[f"start_{side}"], each[f"stop_{side}"]
            )
            sides.append(
                Text.assemble(
                    (f"{_short(each[f'doc_{side}'])}  {visible(_place(document))}\n", "dim"),
                    visible(before),
                    (visible(words), "bold yellow"),
                    visible(after),
                )
            )
        table.add_row(visible(f"{each['kind']}: {each['what']}"), *sides)
    return table


def _grid(fixed: int) -> Table:
    """A table without lines; all but the last column are as wide as they need."""
    table = Table.grid(padding=(0, 2))
    for _ in range(fixed):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _place(document: dict[str, Any]) -> str:
    return str(document["site"] or document["source_uri"])


def _short(doc_id: UUID) -> str:
    return str(doc_id)[:_ID]
