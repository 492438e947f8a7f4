"""What changed in a document from version to version, for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rich.text import Text

from flows.overview import moment
from flows.screen import visible
from flows.summary import count
from ingest.errors import UsageError
from ingest.revision.words import Mark, Piece, word_diff
from ingest.revision.words import count as count_words
from warehouse.stored import StoredRevision

_STYLES: dict[Mark, str] = {"same": "", "removed": "strike red", "added": "underline green"}
_SIGNS: dict[Mark, tuple[str, str]] = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
# Of words that stayed, so many characters are shown on either side of a change.
_AROUND = 160
_TEXTS = ("text", "extracted_text")


def chosen(
    revisions: Sequence[StoredRevision], number: int | None
) -> list[tuple[StoredRevision | None, StoredRevision]]:
    """Return the pairs of successive revisions to compare: that of `number`, else all.

    The first revision has none before it. Raises UsageError for a number that is not there.
    """
    if number is not None and not 1 <= number <= len(revisions):
        raise UsageError(f"There is no revision {number}; the document has {len(revisions)}.")
    pairs = list(zip((None, *revisions), revisions, strict=False))
    if number is not None:
        return pairs[number - 1 : number]
    return pairs[1:] or pairs


def as_text(pairs: Sequence[tuple[StoredRevision | None, StoredRevision]], total: int, name: str) -> Text:
    """Return what each pair changed: a head, the fields, the text with its changes marked."""
    text = Text()
    for before, now in pairs:
        if text:
            text.append("\n\n")
        text.append(_head(now, total, name), "bold")
        if before is None:
            text.append("\nThis is the first version: nothing is before it.")
            continue
        for field in now.changed:
            if field not in _TEXTS:
                text.append(f"\n{field}: ")
                text.append_text(_field(before.fields[field], now.fields[field]))
        text.append_text(_texts(before, now))
    return text


def as_json(pairs: Sequence[tuple[StoredRevision | None, StoredRevision]]) -> str:
    """Return the same as JSON, with the whole texts as pieces."""
    return json.dumps([_record(*pair) for pair in pairs], ensure_ascii=False, indent=2) + "\n"


def _head(now: StoredRevision, total: int, name: str) -> str:
    current = ", the current one" if now.is_current else ""
    return visible(f"{name}: revision {now.revision} of {total}{current}, seen {moment(now.seen_at)}")


def _texts(before: StoredRevision, now: StoredRevision) -> Text:
    for field, told in (("text", "Clean text"), ("extracted_text", "Text before cleaning")):
        if field not in now.changed:
            continue
        pieces = word_diff(before.fields[field] or "", now.fields[field] or "")
        if all(piece.mark == "same" for piece in pieces):
            return Text(f"\n{told}: only white space changed.")
        added, removed = (count_words(pieces, mark) for mark in ("added", "removed"))
        head = f"\n{told}: {count(added, 'word')} added, {removed:,} removed.\n\n"
        return Text(head).append_text(_drawn(pieces))
    return Text("\nThe text is the same.")


def _field(before: str | None, now: str | None) -> Text:
    sides: list[tuple[Mark, str | None]] = [("removed", before), ("added", now)]
    return Text.assemble(*(_framed(mark, value) for mark, value in sides if value is not None))


def _drawn(pieces: Sequence[Piece]) -> Text:
    text = Text()
    for number, piece in enumerate(pieces):
        instead = piece.mark == "added" and number > 0 and pieces[number - 1].mark == "removed"
        text.append(visible("" if instead else piece.space))
        if piece.mark == "same":
            text.append(visible(_shortened(piece.text, number == 0, number == len(pieces) - 1)))
        else:
            text.append(*_framed(piece.mark, piece.text))
    return text


def _framed(mark: Mark, text: str) -> tuple[str, str]:
    before, after = _SIGNS[mark]
    return f"{before}{visible(text)}{after}", _STYLES[mark]


def _shortened(text: str, first: bool, last: bool) -> str:
    """Leave out what is far from any change, at spaces."""
    head = 0 if first else _AROUND
    tail = 0 if last else _AROUND
    if len(text) <= head + tail + 40:
        return text
    start = text[:head].rpartition(" ")[0] if head else ""
    stop = text[len(text) - tail :].partition(" ")[2] if tail else ""
    return f"{start} … {stop}".strip()


def _record(before: StoredRevision | None, now: StoredRevision) -> dict[str, object]:
    pieces = word_diff(before.fields["text"] or "", now.fields["text"] or "") if before else []
    fields = [name for name in now.changed if name not in _TEXTS]
    return {
        "revision": now.revision,
        "is_current": now.is_current,
        "seen_at": now.seen_at.isoformat(),
        "run_id": str(now.run_id),
        "changed": list(now.changed),
        "fields": {name: [before.fields[name], now.fields[name]] for name in fields} if before else {},
        "words_added": count_words(pieces, "added"),
        "words_removed": count_words(pieces, "removed"),
        "pieces": [{"mark": piece.mark, "text": piece.space + piece.text} for piece in pieces],
    }
