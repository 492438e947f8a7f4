"""Analysts' verdicts on two documents: given, taken back, carried from one warehouse to another."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from flows.screen import visible
from flows.summary import count, shortened
from ingest import __version__
from ingest.errors import UsageError
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.reader import Reader, open_reader
from warehouse.run import Run
from warehouse.stored import StoredDocument
from warehouse.verdicts import LEVELS, WORDS, Level, Verdict, Word

OnWait = Callable[[str], None]


def judge(
    names: tuple[str, str],
    word: Word | None,
    level: Level | None,
    note: str | None,
    files: Files,
    *,
    on_wait: OnWait,
) -> str:
    """Link or unlink two documents, or with None take back what was said of them; return what was done.

    Without a `level`, what was said before keeps its own, and otherwise it is the closest thing that both
    are together in. Raises UsageError where both names mean one document.
    """
    with open_reader(files) as reader:
        a, b = (reader.resolve(name) for name in names)
        if a == b:
            raise UsageError("Both names mean the same document; a verdict is on two.")
        before = reader.verdict(a, b)
        same = before is not None and before.word == word
        level = level or (before.level if before and same else _closest(reader, a, b))
    if word is None and before is None:
        raise WarehouseError("Nobody passed a verdict on these two. `copydesk verdicts` lists what was said.")
    if word and before and same and before.level == level and note in (None, before.note):
        return f"Already {word}." if level == "copy" else f"Already {word}, as a story."
    _record([Verdict.on(a, b, word, note, level)], files, on_wait)
    with open_reader(files) as reader:
        return visible(_told(reader, a, b, word))


def _closest(reader: Reader, a: UUID, b: UUID) -> Level:
    """Return what two documents are together in now; copy where they are in nothing together."""
    first, second = reader.document(a), reader.document(b)
    copies = first.group["copy_id"] == second.group["copy_id"]
    return "story" if not copies and reader.in_one_story(a, b) else "copy"


def take_in(path: str, files: Files, *, on_wait: OnWait) -> str:
    """Record the verdicts of a file, as `copydesk verdicts` writes it as CSV or JSON; say how many."""
    verdicts = _read(Path(path))
    if not verdicts:
        return f"There is no verdict in {path}."
    _record(verdicts, files, on_wait)
    return f"Recorded {count(len(verdicts), 'verdict')}."


def _record(verdicts: Sequence[Verdict], files: Files, on_wait: OnWait) -> None:
    said = [
        {
            "doc_a": str(v.doc_a),
            "doc_b": str(v.doc_b),
            "verdict": v.word,
            "level": v.level,
            "note": v.note,
        }
        for v in verdicts
    ]
    # Of many, the run's record names the number; the table has them all.
    parameters: dict[str, object] = {"verdicts": said if len(said) == 1 else len(said)}
    with Run(files, source="verdicts", parameters=parameters, program=__version__, on_wait=on_wait) as writer:
        writer.judge(verdicts)


def _told(reader: Reader, a: UUID, b: UUID, word: Word | None) -> str:
    first, second = reader.document(a), reader.document(b)
    names = f"{_name(first)} and {_name(second)}"
    if first.group["copy_id"] == second.group["copy_id"]:
        group = f"They are in one group of {first.group['size']:,} copies."
    else:
        sizes = " and of ".join(str(each.group["size"]) for each in (first, second))
        group = f"They are in two groups, of {sizes}."
        group += f" They are in {'one story' if reader.in_one_story(a, b) else 'two stories'}."
    said = {"linked": "Linked", "unlinked": "Unlinked", None: "Took back what was said of"}[word]
    return f"{said} {names}. {group}"


def _name(stored: StoredDocument) -> str:
    return f"“{shortened(stored.fields.get('title') or stored.fields['source_uri'], 50)}”"


def _read(path: Path) -> list[Verdict]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        as_json = text.lstrip().startswith("[")
        records = json.loads(text) if as_json else list(csv.DictReader(io.StringIO(text, newline="")))
        return [_verdict(record) for record in records]
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}.") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(
            f"{path} is no list of verdicts. `copydesk verdicts --format csv` (or json) writes one."
        ) from error


def _verdict(record: dict[str, Any]) -> Verdict:
    a, b = UUID(record["doc_a"]), UUID(record["doc_b"])
    word = next((each for each in WORDS if each == record["verdict"]), None)
    # Lists of older versions have no level: they spoke of copies alone.
    level = next((each for each in LEVELS if each == record.get("level", "copy")), None)
    if word is None or level is None or a == b:
        raise ValueError(record)
    return Verdict.on(a, b, word, record.get("note"), level)
