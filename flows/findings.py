"""What a search found: a list to read with the words marked, or rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from flows import tables
from flows.screen import visible, write
from ingest.search import spaced
from warehouse.stored import Result

if TYPE_CHECKING:
    from warehouse.search import Hit

_FOUND = "bold yellow"
_BREAKS = dict.fromkeys(map(ord, "\r\n\t"), " ")


def write_hits(hits: Sequence[Hit], form: str, *, asked: str, limited: bool) -> None:
    """Write what was found to stdout as `table` (for people), `csv` or `json`; `limited` to some documents.

    The last two have, beside the columns of the macro `search`, the snippet, where it begins in the text,
    and the places of the words found, in the text as well. Where there are none, people read why: what was
    `asked` may have no letter or digit.
    """
    if form != "table":
        tables.write(_rows(hits), form)
    elif hits:
        write(*(_shown(number, hit) for number, hit in enumerate(hits, 1)))
    elif not spaced(asked).strip():
        write(Text("There is no word to look for: letters or digits are needed."))
    else:
        within = "that was asked for " if limited else ""
        write(Text(f"No document {within}has any of these words."))


def _rows(hits: Sequence[Hit]) -> Result:
    from warehouse.search import COLUMNS

    names = [*COLUMNS, "snippet", "snippet_start", "found"]
    rows = [
        (
            *hit.fields.values(),
            hit.text[hit.snippet.start : hit.snippet.stop],
            hit.snippet.start,
            [list(place) for place in hit.snippet.found],
        )
        for hit in hits
    ]
    return Result(names, rows)


def _shown(number: int, hit: Hit) -> Text:
    fields = hit.fields
    day = f"{fields['published_at']:%Y-%m-%d}" if fields["published_at"] else None
    where = ", ".join(each for each in (fields["site"], day, _copies(hit)) if each)
    return Text.assemble(
        (f"{number:>3}  ", "dim"),
        (visible(fields["title"] or fields["source_uri"]), "bold"),
        f"  {visible(where)}\n",
        "     ",
        _marked(hit),
        "\n",
        (f"     {fields['doc_id']}  score {fields['score']:.2f}\n", "dim"),
    )


def _copies(hit: Hit) -> str:
    if hit.fields["copies"] == 1:
        return ""
    if hit.fields["is_canonical"]:
        return f"stands for {hit.fields['copies']} copies"
    return f"a copy of {hit.fields['canonical_doc_id']}"


def _marked(hit: Hit) -> Text:
    """The snippet in one line, the words found in [brackets]."""
    shown, at = Text("…" if hit.snippet.start else ""), hit.snippet.start
    for start, stop in hit.snippet.found:
        if start >= at:
            shown.append(_line(hit.text[at:start]))
            shown.append(f"[{_line(hit.text[start:stop])}]", _FOUND)
            at = stop
    shown.append(_line(hit.text[at : hit.snippet.stop]))
    return shown.append("…" if hit.snippet.stop < len(hit.text) else "")


def _line(text: str) -> str:
    return visible(text.translate(_BREAKS))
