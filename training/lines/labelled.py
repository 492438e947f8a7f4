"""Labelled documents: one JSON object a line, read into rows for training."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict.marks import Matrix, marks
from ingest.clean.verdict.sight import see
from ingest.clean.verdict.surroundings import surroundings

FOLDS = 5
CONTENT, BOILERPLATE, TITLE, NEITHER = 0, 1, 2, -1
_LABELS = {"content": CONTENT, "boilerplate": BOILERPLATE, "title": TITLE}


@dataclass(frozen=True)
class Example:
    """A document. `role` is `story` (the article's own element), `page` (the whole page), `clean` (no dirt).

    `rows` are the features, `scored` the words as a scorer counts them (split at spaces), `words` the
    model's own count, `telling` the lines that tell; `fold` is the same for all documents of one site.
    """

    role: str
    collection: str
    english: bool
    fold: int
    rows: Matrix
    words: NDArray[np.float64]
    telling: NDArray[np.bool_]
    scored: NDArray[np.float64]
    labels: NDArray[np.int64]


def read(path: Path, role: str) -> Iterator[Example]:
    """The documents of a `.jsonl` or `.jsonl.gz` file.

    Labelled ones have `lines` of `text` and `label` (`content`, `boilerplate`, `title`, or anything else
    for neither); clean ones `gold_text` or `text`. `site`, `set` and `lang` are used where they are given.
    """
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.splitlines():
        example = _example(json.loads(line), role)
        if example is not None:
            yield example


def _example(record: dict[str, Any], role: str) -> Example | None:
    if role == "clean":
        text = record.get("gold_text") or record["text"]
        pairs = [(line, CONTENT) for line in text.split("\n") if line.strip()]
    else:
        labelled = ((line["text"], line["label"]) for line in record["lines"])
        pairs = [(line, _LABELS.get(label, NEITHER)) for line, label in labelled if line.strip()]
    if not pairs:
        return None
    lines = [line for line, _ in pairs]
    seen = see(lines)
    words = np.array([line.words for line in seen], dtype=np.float64)
    site = str(record.get("site") or record.get("story") or record.get("id"))
    return Example(
        role=role,
        collection=str(record.get("set", "")),
        english=record.get("lang", "en") == "en",
        fold=int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS,
        rows=surroundings(marks(seen), words, np.array([line.prose for line in seen])),
        words=words,
        telling=np.array([line.tells for line in seen]),
        scored=np.array([len(line.split()) for line in lines], dtype=np.float64),
        labels=np.array([label for _, label in pairs]),
    )
