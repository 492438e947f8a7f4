"""How many copies are found, and whether all that is found is one, against the true values of every pair.

    python bench/planted.py [--documents 5000] [--seed 1]

A planted set of made-up reports goes through the whole pipeline into a warehouse. Every pair of clean texts
with true values over the documented thresholds is found by an inverted index of its own, and `relations`
must list just these pairs, with these values. Then the same at other thresholds, set in the same warehouse,
with what they make of the planted copies and of pairs that have nothing to do with each other.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.planted_edits import EDITS, Planted, planted
from ingest.fingerprint.compare import names_agree
from ingest.fingerprint.names import changes
from ingest.fingerprint.profile import profile
from warehouse.files import Files

# The definition of docs/how-it-works.md, written down once more.
USUAL, LEAST_WORDS = 0.7, 25
# No containment below .6 can be set.
THRESHOLDS = (0.5, 0.6, USUAL, 0.8, 0.9)
LOWEST_CONTAINS = 0.6
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion first second third fourth fifth sixth seventh eighth ninth tenth
    monday tuesday wednesday thursday friday saturday sunday
    january february april june july august september october november december
    montag dienstag mittwoch donnerstag freitag
    """.split()
)
WAYS = (*EDITS, "new headline", "several edits", "retold", "translated", "template")
# Those that leave a copy: a quotation, another telling and a form filled in anew do not.
COPIES = {*EDITS, "new headline", "several edits"} - {"two sentences quoted"}
Pair = tuple[int, int]
# Ranges of the shorter text of a pair.
_LENGTHS = (0, 25, 50, 80)


@dataclass(frozen=True, slots=True)
class Relation:
    """What the pair is, with its true values."""

    kind: str
    jaccard: float
    containment: float


class Text:
    """A text as the definition sees it: words, runs of three words, figures. Names are the pipeline's own."""

    def __init__(self, text: str) -> None:
        self.profile = profile(text)
        self.words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
        three = list(zip(self.words, self.words[1:], self.words[2:], strict=False))
        self.shingles = frozenset(three or ([tuple(self.words)] if self.words else []))
        self.figures = {word for word in self.words if word[0].isdecimal() or word in NUMBER_WORDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    documents = list(planted(arguments.documents, arguments.seed))
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        files = ingested(Path(folder), documents)
        print(f"{len(documents)} documents ingested in {time.process_time() - began:.0f} s CPU", flush=True)
        found = {each: listed(files, each) for each in (*THRESHOLDS, USUAL)}
        texts = clean_texts(files, len(documents))
    began = time.process_time()
    seen = [Text(text) for text in texts]
    true = relations(seen)
    pairs = len(texts) * (len(texts) - 1) // 2
    print(f"{len(true[USUAL])} true pairs of {pairs} counted in {time.process_time() - began:.0f} s CPU\n")
    report(documents, seen, true[USUAL], found[USUAL])
    compare_thresholds(documents, true, found)


def ingested(folder: Path, documents: Sequence[Planted]) -> Files:
    """Put the documents through the pipeline."""
    from flows.pipeline import Request, run

    records = folder / "planted.jsonl"
    with records.open("w", encoding="utf-8") as file:
        for number, document in enumerate(documents):
            print(json.dumps({"id": str(number), "text": document.text}), file=file)
    files = Files(folder / "planted.duckdb")
    run(Request([str(records)]), files, on_wait=print)
    return files


def clean_texts(files: Files, count: int) -> list[str]:
    """Return the clean texts, by numbers from 0."""
    texts = [""] * count
    with duckdb.connect(files.published, read_only=True) as connection:
        for place, text in connection.execute("SELECT source_uri, text FROM documents").fetchall():
            texts[_number(place)] = text
    return texts


def listed(files: Files, threshold: float) -> dict[Pair, Relation]:
    """Set both thresholds of the warehouse and return its relations."""
    from flows.thresholds import set_thresholds
    from warehouse.thresholds import Choice

    set_thresholds(None, Choice(threshold, max(threshold, LOWEST_CONTAINS)), files, on_wait=print)
    with duckdb.connect(files.published, read_only=True) as connection:
        rows = connection.execute("SELECT doc_id, source_uri FROM documents").fetchall()
        pairs = connection.execute(
            "SELECT doc_a, doc_b, kind, jaccard, containment FROM relations"
        ).fetchall()
    numbers = {doc_id: _number(place) for doc_id, place in rows}
    found = {(numbers[a], numbers[b]): Relation(*values) for a, b, *values in pairs}
    return {(min(pair), max(pair)): relation for pair, relation in found.items()}


def _number(place: str) -> int:
    return int(place.rpartition("#")[2]) - 1


def relations(texts: Sequence[Text]) -> dict[float, dict[Pair, Relation]]:
    """Return every pair that the definition relates, by threshold."""
    found: dict[float, dict[Pair, Relation]] = {threshold: {} for threshold in THRESHOLDS}
    for a, b in _pairs(texts):
        for threshold in THRESHOLDS:
            relation = _relation(texts[a], texts[b], threshold)
            if not relation:
                break
            found[threshold][a, b] = relation
    return found


def _pairs(texts: Sequence[Text]) -> Iterator[Pair]:
    """Yield all pairs that can have a containment over the threshold, and others.

    A text of which at least half stands in another shares one of its rarest half with it (the prefix filter
    of Chaudhuri, Ganti and Kaushik, 2006). Nothing is estimated: no such pair can be missing.
    """
    holders = defaultdict(list)
    for number, text in enumerate(texts):
        for shingle in text.shingles:
            holders[shingle].append(number)
    for number, text in enumerate(texts):
        rarest = sorted(text.shingles, key=lambda shingle: (len(holders[shingle]), shingle))
        enough = int(len(rarest) * (1 - min(THRESHOLDS))) + 1
        others = {other for shingle in rarest[:enough] for other in holders[shingle]} - {number}
        for other in others:
            # From the side of the smaller one; of two equal ones, from that of the first.
            if (len(text.shingles), number) < (len(texts[other].shingles), other):
                yield min(number, other), max(number, other)


def _relation(a: Text, b: Text, threshold: float) -> Relation | None:
    shared = len(a.shingles & b.shingles)
    jaccard = shared / len(a.shingles | b.shingles)
    containment = shared / min(len(a.shingles), len(b.shingles))
    if a.words == b.words:
        return Relation("exact", jaccard, containment)
    if jaccard >= threshold and _agree(a, b, jaccard):
        return Relation("near", jaccard, containment)
    long_enough = min(len(a.words), len(b.words)) >= LEAST_WORDS
    if containment >= max(threshold, LOWEST_CONTAINS) and long_enough and _agree(a, b, containment):
        return Relation("contains", jaccard, containment)
    return None


def _agree(a: Text, b: Text, overlap: float) -> bool:
    return _figures_agree(a, b, overlap) and names_agree(changes(a.profile, b.profile), overlap)


def _figures_agree(a: Text, b: Text, overlap: float) -> bool:
    fewer = min(len(a.figures), len(b.figures))
    shared = len(a.figures & b.figures)
    return (overlap >= 0.9 and fewer - shared <= 2) or shared >= 0.8 * fewer


def report(
    documents: Sequence[Planted],
    texts: Sequence[Text],
    true: dict[Pair, Relation],
    found: dict[Pair, Relation],
) -> None:
    """Print what was planted and found, by what was done to the reports, by kind and by length."""
    planted_pairs = Counter(document.way for document in documents if document.origin is not None)
    rows: dict[str, tuple[set[Pair], set[Pair]]] = defaultdict(lambda: (set(), set()))
    for side, pairs in enumerate((true, found)):
        for pair, relation in pairs.items():
            length = _length(min(len(texts[number].words) for number in pair))
            for row in (_way(documents, pair), f"{relation.kind}{length}", "all pairs"):
                rows[row][side].add(pair)
    print(f"{'':32s}{'planted':>9s}{'copies':>9s}{'found':>9s}{'recall':>9s}{'precision':>11s}")
    kinds = [f"{kind}{_length(words)}" for kind in ("exact", "near", "contains") for words in _LENGTHS]
    for row in (*WAYS, "between other pairs", *(kind for kind in kinds if kind in rows), "all pairs"):
        copies, listed = rows[row]
        right = len(copies & listed)
        number = planted_pairs[row] or ""
        recall = f"{right / len(copies):.4f}" if copies else "–"
        precision = f"{right / len(listed):.4f}" if listed else "–"
        print(f"{row:32s}{number:>9}{len(copies):9d}{len(listed):9d}{recall:>9s}{precision:>11s}")
    differing = sum(true[pair] != found[pair] for pair in true.keys() & found.keys())
    print(f"\n{differing} of the pairs found have another kind, Jaccard or containment than the true one.")


def compare_thresholds(
    documents: Sequence[Planted],
    true: dict[float, dict[Pair, Relation]],
    found: dict[float, dict[Pair, Relation]],
) -> None:
    """Print for each threshold what is found of the true pairs, of the planted copies, and of other pairs."""
    copies = {
        (document.origin, number)
        for number, document in enumerate(documents)
        if document.origin is not None and document.way in COPIES
    }
    heads = (
        ("threshold", 9),
        ("pairs", 9),
        ("recall", 9),
        ("precision", 11),
        ("copies", 9),
        ("strangers", 11),
    )
    print("\n" + "".join(f"{head:>{width}s}" for head, width in heads))
    for threshold in THRESHOLDS:
        pairs, right = found[threshold].keys(), true[threshold].keys()
        strangers = sum(_family(documents, a) != _family(documents, b) for a, b in pairs)
        print(
            f"{threshold:9.1f}{len(pairs):9d}{len(pairs & right) / len(right):9.4f}"
            f"{len(pairs & right) / len(pairs):11.4f}{len(copies & pairs) / len(copies):9.4f}{strangers:11d}"
        )


def _family(documents: Sequence[Planted], number: int) -> int:
    """Return the number of the report that a document was made from."""
    origin = documents[number].origin
    return number if origin is None else origin


def _length(words: int) -> str:
    """Name the range in which the length of the shorter text lies."""
    return f", from {max(least for least in _LENGTHS if least <= words)} words"


def _way(documents: Sequence[Planted], pair: Pair) -> str:
    a, b = pair
    one, other = documents[a], documents[b]
    if other.origin == a or one.way == other.way == "template":
        return other.way
    return "between other pairs"


if __name__ == "__main__":
    main()
