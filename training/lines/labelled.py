"""Labelled documents: one JSON object a line, read into rows for training."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.engine.run import find
from ingest.clean.verdict.judge import measure
from ingest.clean.verdict.marks import Matrix
from ingest.clean.verdict.ruled import ruled_by
from ingest.clean.verdict.sight import see

FOLDS = 5
CONTENT, BOILERPLATE, TITLE, NEITHER = 0, 1, 2, -1
_LABELS = {"content": CONTENT, "boilerplate": BOILERPLATE, "title": TITLE}
_SENTENCE_END = re.compile(r"(?<=[.!?\"”]) +(?=[A-Z\"“])")


@dataclass(frozen=True)
class Example:
    """A document.

    `role` is `story` (the article's own element), `page` (the whole page), `clean` (no dirt), `split` (no
    dirt, every sentence a line). `found` is what the rules cut, `ruled` which lines those are. `rows` are
    the features; `words` the model's own count, `scored` the words as
    a scorer counts them (split at spaces). `fold` is the same for all documents of one site.
    """

    role: str
    collection: str
    english: bool
    fold: int
    page: Page
    found: list[Found]
    ruled: NDArray[np.bool_]
    rows: Matrix
    words: NDArray[np.float64]
    scored: NDArray[np.float64]
    labels: NDArray[np.int64]


def read(path: Path, role: str) -> Iterator[Example]:
    """The documents of a `.jsonl` or `.jsonl.gz` file.

    Labelled ones have `lines` of `text` and `label` (`content`, `boilerplate`, `title`, or anything else
    for neither); clean ones `gold_text` or `text`, and come a second time with every sentence on a line of
    its own. `site`, `set` and `lang` are used where they are given.
    """
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for number, raw in enumerate(data.splitlines()):
        record = json.loads(raw)
        if role != "clean":
            lines = [line for line in record["lines"] if line["text"].strip()]
            text = record.get("text") or "\n".join(line["text"] for line in lines)
            yield from _example(record, number, role, text, [line["label"] for line in lines])
            continue
        text = record.get("gold_text") or record["text"]
        yield from _example(record, number, role, text)
        split = _SENTENCE_END.sub("\n", text)
        if split != text:
            yield from _example(record, number, "split", split)


def _example(
    record: dict[str, Any], number: int, role: str, text: str, labels: list[str] | None = None
) -> Iterator[Example]:
    page = Page(text)
    if not page.lines:
        return
    labels = labels or ["content"] * len(page.lines)
    if len(labels) != len(page.lines):
        raise ValueError(f"Record {number + 1} has {len(labels)} labels for {len(page.lines)} lines.")
    found = find(page)
    ruled = ruled_by(page, found)
    measured = measure(see([line.text for line in page.lines]), ruled)
    site = str(record.get("site") or record.get("story") or record.get("id") or number)
    yield Example(
        role=role,
        collection=str(record.get("set", "")),
        english=record.get("lang", "en") == "en",
        fold=int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS,
        page=page,
        found=found,
        ruled=ruled,
        rows=measured.rows,
        words=measured.words,
        scored=np.array([len(line.text.split()) for line in page.lines], dtype=np.float64),
        labels=np.array([_LABELS.get(label, NEITHER) for label in labels]),
    )
