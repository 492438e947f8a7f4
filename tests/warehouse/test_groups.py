"""Groups in the warehouse: kept up to date they are as formed at once; what became of them is told."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import UUID

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_batch, make_document, open_run
from ingest.model import Document
from lives import Life, lives
from tables import contents, rows
from warehouse.bridge import LARGE
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.policy import parse
from warehouse.reader import open_reader
from warehouse.regroup import regroup_all
from warehouse.verdicts import Verdict, Word

WORDS = "quay board vote ferry museum repair winter harbour council mayor bridge school train lamp orchard".split()


def words(number: int, first: int = 0, last: int = 60) -> str:
    """Words that no other number has, or a part of them."""
    return " ".join(
        f"{WORDS[(number * 7 + k) % len(WORDS)]} {chr(97 + number)}{chr(97 + k // 26)}{chr(97 + k % 26)}"
        for k in range(first, last)
    )


# Whole stories, parts, and a page that holds two of them; and texts that match nothing.
TEXTS = [
    words(0),
    words(0, 0, 50),
    words(0, 8, 60),
    f"{words(0)} {words(1)}",
    words(1),
    words(1, 0, 30),
    words(1, 25, 60),
    words(2),
    "🎉",
    words(0).upper(),
]
PLACES = 7
GROUPED = ("copies", "copy_groups", "relations", "stories", "articles")


def article(place: int, text: int, day: int | None) -> Document:
    """What stands at a place: the site, the text and the day of publication are up to the caller."""
    return make_document(
        f"{place}.txt",
        TEXTS[text],
        url=f"https://s{place}.example/1",
        site=f"s{place}.example",
        published_at=datetime(2026, 3, day, tzinfo=UTC) if day else None,
    )


IDS = [article(place, 0, 1).doc_id for place in range(PLACES)]


def articles(place: int) -> st.SearchStrategy[Document]:
    """Any text of any day at a place."""
    texts, days = st.integers(0, len(TEXTS) - 1), st.sampled_from([None, 1, 2, 3])
    return st.builds(article, st.just(place), texts, days)


LIVES = lives(IDS, articles, ["copy"])


def at_once(life: Life) -> dict[str, list[str]]:
    """The groups of a warehouse that met everything together."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        life.at_once(files)
        return grouped(files)


def grouped(files: Files) -> dict[str, list[str]]:
    """What groups are about; how often a document changed is not among it."""
    found = contents(files)
    articles = rows(files, "SELECT * EXCLUDE (revision, first_seen_at, updated_at, run_id) FROM articles")
    return {name: found[name] for name in GROUPED} | {"articles": sorted(map(repr, articles))}


@given(LIVES)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_kept_up_to_date_is_as_formed_at_once(life: Life) -> None:
    """After any arrivals, revisions, deletions, verdicts and policies all groups are as from scratch."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        life.live(files)
        kept = grouped(files)
        with open_run(files) as writer:
            assert regroup_all(writer.connection) == set()
        assert grouped(files) == kept
    assert at_once(life) == kept


def places(files: Files) -> dict[UUID, tuple[UUID, UUID]]:
    """Where each document is: its group and the document that stands for it."""
    sql = "SELECT doc_id, copy_id, canonical_doc_id FROM copies"
    return {doc_id: (copy_id, canonical) for doc_id, copy_id, canonical in rows(files, sql)}


def told(before: dict[UUID, tuple[UUID, UUID]], after: dict[UUID, tuple[UUID, UUID]]) -> Counter[object]:
    """What should be told of a run, from what readers saw before and after it: said anew, and slowly."""
    ways = {(before[d][0], after[d][0]) for d in before if d in after}
    found: Counter[object] = Counter()
    for was, now in ((before[d], after[d]) for d in before if d in after):
        if was[0] == now[0]:
            event = "canonical"
        elif len({became for old, became in ways if old == was[0]}) > 1:
            event = "split"
        else:
            event = "joined" if len({old for old, became in ways if became == now[0]}) > 1 else "renamed"
        if was != now:
            found[was[0], event, now[0], was[1], now[1]] += 1
    return found


@given(LIVES)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_history_tells_what_readers_see(life: Life) -> None:
    """Run by run, what became of each group is what differs between two published states, and no more."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        load(files)
        for step in life.steps:
            before = places(files)
            Life(IDS, [step]).live(files)
            sql = """
                SELECT copy_id, event, became, canonical_was, canonical_doc_id, documents FROM copy_history
                WHERE run_id = (SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1)
            """
            with open_reader(files) as reader:
                recorded = Counter({tuple(key): number for *key, number in reader.query(sql).rows})
            assert recorded == told(before, places(files))


def history(files: Files) -> list[tuple[str, UUID, UUID, int]]:
    """What is told of groups, in order."""
    sql = "SELECT event, copy_id, became, documents FROM copy_history ORDER BY changed_at, event, copy_id, became"
    return rows(files, sql)


def group_of(files: Files, place: int) -> UUID:
    [(copy_id,)] = rows(files, "SELECT copy_id FROM copies WHERE doc_id = ?", IDS[place])
    return copy_id


def judge(files: Files, a: int, b: int, word: Word | None, note: str | None = None) -> None:
    with open_run(files) as writer:
        writer.judge([Verdict.on(IDS[a], IDS[b], word, note)])


def choose(files: Files, policy: str) -> None:
    with open_run(files) as writer:
        writer.choose(parse(policy))


def test_a_group_keeps_its_id_as_it_grows(files: Files) -> None:
    """Later copies, undated ones and another policy change nothing about it, and nothing is told."""
    load(files, [article(0, 0, 1)])
    first = group_of(files, 0)
    load(files, [article(1, 0, 2)], [article(2, 3, None)])
    assert {group_of(files, place) for place in (0, 1, 2)} == {first}
    assert history(files) == []


def test_an_earlier_document_renames_the_group(files: Files) -> None:
    """All documents that were there go over to the new id, and that is told."""
    load(files, [article(0, 0, 2), article(1, 0, 3)])
    before = group_of(files, 0)
    load(files, [article(2, 1, 1)])
    after = group_of(files, 0)
    assert history(files) == [("renamed", before, after, 2)]
    assert rows(files, "SELECT canonical_was, canonical_doc_id FROM copy_history") == [(IDS[0], IDS[2])]


def test_groups_that_join_and_split(files: Files) -> None:
    """A link joins two groups under the id of the earlier one; taken back, it splits them again."""
    load(files, [article(0, 0, 1), article(1, 0, 2), article(3, 4, 3), article(4, 4, 4)])
    a, b = group_of(files, 0), group_of(files, 3)
    before = grouped(files)
    judge(files, 1, 4, "linked")
    assert group_of(files, 3) == a
    judge(files, 1, 4, None)
    assert history(files) == [("joined", b, a, 2), ("split", a, b, 2)]
    assert grouped(files) == before


def test_another_canonical_document_is_told(files: Files) -> None:
    """The group keeps its id where another policy lets another document stand for it."""
    load(files, [article(0, 1, 1), article(1, 0, 2)])
    before = group_of(files, 0)
    choose(files, "longest")
    assert history(files) == [("canonical", before, before, 2)]
    assert rows(files, "SELECT canonical_was, canonical_doc_id FROM copy_history") == [(IDS[0], IDS[1])]
    assert rows(files, "SELECT DISTINCT why_canonical FROM copies") == [
        (f"It is the longest, with {len(TEXTS[0])} characters.",)
    ]


def test_only_what_was_published_is_told_of(files: Files) -> None:
    """Ids that changed between two batches of one run were never seen, so nothing became of them."""
    load(files, [article(0, 0, 3)], [article(1, 0, 2)], [article(2, 0, 1)])
    assert history(files) == []
    assert rows(files, "SELECT count(*) FROM store.moves") == [(0,)]


def test_a_failed_run_leaves_its_changes_to_be_told_later(files: Files) -> None:
    """What a batch of an unfinished run changed is told by the run that publishes it."""
    load(files, [article(0, 0, 2)])
    before = group_of(files, 0)
    with pytest.raises(RuntimeError), open_run(files) as writer:
        writer.load(make_batch([article(1, 0, 1)]))
        raise RuntimeError
    load(files)
    assert history(files) == [("renamed", before, group_of(files, 0), 1)]


def test_each_copy_says_what_holds_it(files: Files) -> None:
    """The scores are those of the relation with the canonical document, and the weakest is named."""
    load(files, [article(0, 0, 1), article(1, 1, 2), article(2, 9, 3), article(3, 7, 3)])
    sql = "SELECT held_by, kind, score, jaccard <= containment FROM copies ORDER BY kind"
    exact, near, *canonical = rows(files, sql)
    assert exact == (IDS[0], "exact", 1.0, True)
    assert near[:2] == (IDS[0], "near")
    assert 0.7 <= near[2] < 1
    assert canonical == [(None, None, None, None)] * 2
    [group] = rows(
        files, "SELECT size, texts, weakest_doc_id, weakest_kind, large, bridge_doc_id FROM copy_groups"
    )
    assert group == (3, 3, IDS[1], "near", False, None)


def test_a_digest_of_many_articles_is_told_as_a_bridge(files: Files) -> None:
    """A page that holds more articles than a group should have is marked, and so are those it holds."""
    stories = [" ".join(Random(n).choices(WORDS, k=40)) for n in range(LARGE + 1)]
    documents = [
        make_document(f"{n}.txt", text, url=f"https://s{n}.example/1") for n, text in enumerate(stories)
    ]
    digest = make_document("digest.txt", " ".join(stories), published_at=datetime(2026, 3, 1, tzinfo=UTC))
    load(files, documents)
    assert rows(files, "SELECT count(*) FROM copy_groups") == [(0,)]
    load(files, [digest])
    sql = "SELECT size, texts, large, bridge_doc_id, bridge_holds FROM copy_groups"
    assert rows(files, sql) == [(LARGE + 2, LARGE + 2, True, digest.doc_id, LARGE)]
    with open_reader(files) as reader:
        [group] = reader.found().groups
    assert (group.bridge_uri, group.bridge_holds) == ("digest.txt", LARGE)


def test_a_verdict_holds_whatever_comes_later(files: Files) -> None:
    """It is there before its documents change, come again or are formed anew."""
    load(files, [article(0, 0, 1), article(1, 0, 2), article(2, 7, 3)])
    judge(files, 0, 1, "unlinked", "another edition")
    judge(files, 2, 0, "linked", "a translation")
    load(files, [article(1, 1, 2)], [article(0, 0, 1)], [article(2, 8, 3)])
    assert group_of(files, 0) == group_of(files, 2) != group_of(files, 1)
    sql = "SELECT kind, verdict, note, score IS NULL FROM relations ORDER BY kind"
    assert rows(files, sql) == [
        ("linked", "linked", "a translation", True),
        ("near", "unlinked", "another edition", False),
    ]


def test_a_pair_has_one_row_in_relations(files: Files) -> None:
    """Whatever the texts say and the analyst said, there is one row for two documents."""
    load(files, [article(place, text, 1) for place, text in enumerate([0, 0, 1, 4, 8, 8])])
    with open_run(files) as writer:
        pairs = [(a, b) for b in range(6) for a in range(b)]
        writer.judge([Verdict.on(IDS[a], IDS[b], "unlinked") for a, b in pairs])
    assert rows(files, "SELECT count(*), count(DISTINCT (doc_a, doc_b)), count(verdict) FROM relations") == [
        (15, 15, 15)
    ]
    assert rows(files, "SELECT max(size) FROM copies") == [(1,)]


@pytest.mark.parametrize(
    "said",
    [
        [(0, 1, "linked"), (1, 2, "linked"), (0, 2, "unlinked")],
        [(0, 2, "unlinked"), (0, 1, "linked"), (1, 2, "linked")],
    ],
)
def test_contradictions_are_refused(files: Files, said: Sequence[tuple[int, int, Word]]) -> None:
    """Links cannot put together what a verdict keeps apart, whichever came first."""
    load(files, [article(0, 0, 1), article(1, 4, 2), article(2, 7, 3)])
    for a, b, word in said[:-1]:
        judge(files, a, b, word)
    before = rows(files, "SELECT doc_a, doc_b, verdict FROM verdicts ORDER BY ALL")
    with pytest.raises(WarehouseError, match="Take one back first"):
        judge(files, *said[-1])
    load(files)
    assert rows(files, "SELECT doc_a, doc_b, verdict FROM verdicts ORDER BY ALL") == before


def test_the_last_verdict_on_a_pair_counts(files: Files) -> None:
    """A verdict takes the place of the one before."""
    load(files, [article(0, 0, 1), article(1, 0, 2)])
    judge(files, 1, 0, "unlinked")
    judge(files, 0, 1, "linked")
    assert rows(files, "SELECT verdict FROM verdicts") == [("linked",)]
    assert group_of(files, 0) == group_of(files, 1)


def test_groups_that_other_rules_formed_are_formed_anew(files: Files) -> None:
    """A file that was grouped by an older copydesk has all groups of today after the next run."""
    load(files, [article(0, 0, 1), article(1, 1, 2), article(2, 7, 3)])
    before = grouped(files)
    with duckdb.connect(files.working) as connection:
        connection.execute("UPDATE copies SET copy_id = gen_random_uuid(), held_by = NULL, kind = NULL")
        connection.execute("DELETE FROM copy_groups")
        connection.execute("UPDATE settings SET value = '0' WHERE name = 'grouping'")
    load(files)
    assert grouped(files) == before
    assert {event for event, *_ in history(files)} == {"renamed", "joined"}
