"""Rules that were learned late: after cleaning again all is as if they had been known from the start."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, open_run
from ingest.fingerprint import fingerprint
from ingest.identity import raw_hash
from ingest.model import Document, Raw
from ingest.process import process
from tables import contents, rows
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.replay import Selection

PROGRAM = "test"
WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school train lamp orchard".split()
FRIENDS = "Become a friend of the Tarn Valley Record and walk with us"
DOG = "The Tarn Valley Record is printed with care by eleven people and a dog."


def story(number: int) -> list[str]:
    """Three paragraphs that no other number has."""
    return [
        " ".join(f"{WORDS[(number * 7 + part * 5 + k * (number + 2)) % len(WORDS)]}" for k in range(14))
        + f" in year {number}{part}."
        for part in range(3)
    ]


def record(
    uri: str, paragraphs: Sequence[str], number: int, site: str = "tarn.example", **more: object
) -> Raw:
    """An article of a site as a record, on one of seven days."""
    data = {
        "text": "\n\n".join(paragraphs),
        "url": f"https://{site}/{number}",
        "published_at": f"2026-03-{1 + number % 7:02d}T08:00:00Z",
    }
    return Raw("default", uri, "record", json.dumps(data | more).encode())


def articles() -> list[Raw]:
    """Eight articles of one site with its two standing lines, and what makes it hard: see the comments."""
    made = [
        record(f"{n}.jsonl#1", [story(n)[0], FRIENDS, *story(n)[1:], *([DOG] if n % 4 else [])], n)
        for n in range(8)
    ]
    # The standing line makes these two differ, and is all that some place adds to a version.
    made.append(record("again.jsonl#1", [*story(3), DOG], 30, title="The same again"))
    made.append(record("elsewhere.jsonl#1", [story(2)[0], FRIENDS, *story(2)[1:], "More to come."], 2))
    # A later revision of an article, without the line.
    made.append(record("5.jsonl#1", [*story(5), "Now with an end."], 5))
    # The same line on another site is not the site's own.
    made.append(record("other.jsonl#1", [*story(9), DOG], 1, site="other.example"))
    # What only its carrier says of an article has to be known when it is cleaned again.
    said = {"url": "https://tarn.example/50", "published_at": "2026-03-05T08:00:00Z", "feed": "tarn"}
    text = "\n\n".join([story(10)[0], FRIENDS, *story(10)[1:]])
    made.append(Raw("default", "50.txt", "text", text.encode(), said))
    # So has the map of its columns.
    line = json.dumps({"story": text.replace("in year 10", "in year 11"), "url": "https://tarn.example/51"})
    made.append(Raw("default", "51.csv#1", "record", line.encode(), {"map": {"text": "story"}}))
    # Nothing else is left of this one, so it must stay.
    made.append(record("only.jsonl#1", [FRIENDS], 40))
    return made


ARTICLES = articles()


def ingest(files: Files, raws: Sequence[Raw]) -> None:
    """Load one batch as the pipeline does."""
    with open_run(files) as writer:
        hashes = [(raw, raw_hash(raw)) for raw in raws]
        known = writer.known(hashes)
        learned = writer.learned()
        made = [process(raw, learned) for raw in raws if (raw.source, raw.source_uri) not in known]
        documents = [each for each in made if isinstance(each, Document)]
        assert len(documents) == len(made)
        prints = fingerprint([document.text for document in documents])
        writer.load(Batch(documents, prints, unchanged=len(raws) - len(documents)))


def reclean(files: Files, selection: Selection | None = None, size: int = 3) -> int:
    """Clean again in small batches; return how many documents changed."""
    with open_run(files) as writer:
        learned = writer.learned()
        doc_ids = writer.replay(selection or Selection(PROGRAM))
        for start in range(0, len(doc_ids), size):
            found = writer.versions(doc_ids[start : start + size])
            again = [(version.number, process(version.raw, learned)) for version in found]
            writer.reclean([(n, document) for n, document in again if isinstance(document, Document)])
        return writer.counts.updated


def decide(files: Files, decisions: Sequence[tuple[object, ...]]) -> None:
    """Put decisions into a warehouse as if they had been made there."""
    with open_run(files) as writer:
        writer.connection.execute("DELETE FROM store.decisions")
        for row in decisions:
            marks = ", ".join("?" * len(row))
            writer.connection.execute(f"INSERT INTO store.decisions VALUES ({marks})", list(row))


def learned_from_all() -> list[tuple[object, ...]]:
    """The decisions that approve what all articles together propose."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        ingest(files, ARTICLES)
        proposed = [rule for (rule,) in rows(files, "SELECT rule FROM rules WHERE state = 'proposed'")]
        with open_run(files) as writer:
            writer.decide(proposed, "approved")
        return rows(files, "SELECT * FROM store.decisions")


DECISIONS = learned_from_all()


def everything(files: Files) -> dict[str, list[str]]:
    """All that analysts see, what was counted, and every old version with its cuts."""
    inner = {
        "revisions": "SELECT doc_id, version_hash, text, extracted_text, content_hash, title FROM store.revisions",
        "cuts": "SELECT r.doc_id, r.version_hash, c.* EXCLUDE (doc_id, number) FROM store.cuts c "
        "JOIN store.revisions r ON r.doc_id = c.doc_id AND r.number = c.number",
        "repeats": "SELECT * FROM store.repeats",
        "rules": "SELECT * FROM rules",
    }
    return contents(files) | {name: sorted(map(repr, rows(files, sql))) for name, sql in inner.items()}


def from_the_start(order: Sequence[Raw]) -> dict[str, list[str]]:
    """A warehouse that knew the rules before it met the first article."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        decide(files, DECISIONS)
        ingest(files, order)
        return everything(files)


@st.composite
def histories(draw: st.DrawFn) -> list[list[int]]:
    """An order of the articles, in batches. The two states of one place keep their order."""
    order = draw(st.permutations(range(len(ARTICLES))))
    first, later = sorted(order.index(n) for n in (5, 10))
    order[first], order[later] = 5, 10
    cuts = sorted(draw(st.sets(st.integers(1, len(order) - 1), max_size=3)))
    return [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


AT_ONCE = from_the_start(ARTICLES)


@pytest.mark.slow
@given(histories(), st.integers(0, 4), st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_recleaning_it_is_as_if_the_rules_had_been_known_from_the_start(
    batches: list[list[int]], decided_after: int, twice: bool
) -> None:
    """Any order and split, and rules decided on at any point, end in the same tables."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        for number, batch in enumerate(batches):
            if number == decided_after:
                decide(files, DECISIONS)
                if twice:
                    reclean(files)
            ingest(files, [ARTICLES[each] for each in batch])
        decide(files, DECISIONS)
        reclean(files)
        assert everything(files) == AT_ONCE


def test_the_articles_are_worth_the_test() -> None:
    """Two rules were learned and cut, copies appear only through them, and old versions are cut as well."""
    assert len(DECISIONS) == 2
    assert sum("'repeated'" in row for row in AT_ONCE["removals"]) > 8
    assert any("'exact'" in row for row in AT_ONCE["relations"])
    assert len(AT_ONCE["revisions"]) > len(AT_ONCE["documents"])
