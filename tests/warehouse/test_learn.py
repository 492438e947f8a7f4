"""What a site repeats: what is counted, and when it is enough for a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from builders import load, make_batch, make_document, open_run
from ingest.clean.engine.lines import Page
from ingest.clean.learned.blocks import blocks
from ingest.model import Cut, Document
from tables import rows
from warehouse import arrow, migrate
from warehouse.database import open_working
from warehouse.files import Files
from warehouse.learn import learned
from warehouse.load import append
from warehouse.reader import open_reader

LINE = "Become a friend of the Tarn Valley Record and walk with us"
NOUNS = (
    "quay ferry museum winter harbour council mayor bridge school train lamp orchard valley letter".split()
)


def story(number: int) -> str:
    return " ".join(f"{NOUNS[(number * (k + 3) + k * k) % len(NOUNS)]}{number}x{k}" for k in range(30))


def article(
    number: int, *, line: str = LINE, day: int | None = None, site: str = "tarn.example", text: str = ""
) -> Document:
    """An article with a line below its story."""
    extracted = f"{text or story(number)}\n\n{line}" if line else story(number)
    document = make_document(
        f"{site}/{number}.txt",
        extracted,
        site=site,
        published_at=None if day is None else datetime(2026, 3, day, 9, tzinfo=UTC),
    )
    return with_blocks(document)


def with_blocks(document: Document) -> Document:

    owner = document.site or document.source
    return replace(
        document, blocks=blocks(Page(document.extracted_text), document.cuts, owner, document.title)
    )


def proposed(files: Files) -> list[tuple[str, int, int, int]]:
    """The proposed lines with articles, articles of the site, days."""
    return rows(
        files,
        "SELECT text, articles, site_articles, days FROM rules WHERE state = 'proposed' ORDER BY text",
    )


def test_five_articles_on_several_days_are_enough(files: Files) -> None:
    """A line in five articles, which are a fifth of the site's, is proposed with its counts."""
    load(files, [article(n, day=1 + n % 2) for n in range(5)], [article(n, line="") for n in range(5, 25)])
    assert proposed(files) == [(LINE, 5, 25, 2)]
    assert rows(files, "SELECT site, documents, cuts FROM rules") == [("tarn.example", 5, 0)]


@pytest.mark.parametrize(
    "documents",
    [
        [article(n, day=n + 1) for n in range(4)],
        [article(n, day=3) for n in range(9)],
        [*(article(n, day=n + 1) for n in range(5)), *(article(n, line="") for n in range(5, 26))],
        [article(n, day=n + 1, site=f"s{n}.example") for n in range(20)],
        [article(n, day=n % 5 + 1, line=f"Number {n} of the series on the valley") for n in range(20)],
        [article(n, day=n % 5 + 1, line="“We shall walk there again,” she said.") for n in range(20)],
        [article(n, day=n % 5 + 1, line="Go now") for n in range(20)],
    ],
    ids=["four", "one day", "a small part", "other sites", "other words", "speech", "short"],
)
def test_less_is_not_enough(files: Files, documents: list[Document]) -> None:
    """Few articles, one day, a small part of what a site prints, speech: none of that is a rule."""
    load(files, documents)
    assert proposed(files) == []


def test_ten_articles_are_enough_on_a_large_site(files: Files) -> None:
    """Ten articles are no chance, however much else the site prints."""
    load(files, [article(n, day=n + 1) for n in range(10)], [article(n, line="") for n in range(10, 80)])
    assert proposed(files) == [(LINE, 10, 80, 10)]


def test_twenty_articles_of_one_day_are_enough(files: Files) -> None:
    """One day is a running story for a few articles, not for twenty different ones."""
    load(files, [article(n, day=3) for n in range(20)])
    assert proposed(files) == [(LINE, 20, 20, 1)]


def test_unknown_dates_do_not_forbid_a_rule(files: Files) -> None:
    """Where no date is known, the articles speak."""
    load(files, [article(n) for n in range(6)])
    assert proposed(files) == [(LINE, 6, 6, 0)]


def test_copies_count_once(files: Files) -> None:
    """A sentence of one article that is printed forty times is no boilerplate."""
    load(files, [article(n, day=n % 9 + 1, text=story(1)) for n in range(40)])
    assert proposed(files) == []
    load(files, [article(n, day=n % 9 + 1) for n in range(100, 104)])
    assert proposed(files) == [(LINE, 5, 5, 9)]


def test_revisions_count_once(files: Files) -> None:
    """One article that changes eight times is one article, in its current version."""
    for n in range(8):
        load(files, [with_blocks(make_document("a.txt", f"{story(n)}\n\n{LINE}", site="tarn.example"))])
    assert rows(files, "SELECT revision FROM documents") == [(8,)]
    assert rows(files, "SELECT count(*) FROM store.repeats") == [(0,)]


def test_counts_follow_what_is_current(files: Files) -> None:
    """An article that drops the line, and articles that become copies, are counted out again."""
    load(files, [article(n) for n in range(6)])
    load(files, [with_blocks(make_document("tarn.example/0.txt", story(0), site="tarn.example"))])
    assert proposed(files) == [(LINE, 5, 6, 0)]
    load(files, [article(1, text=story(2))])
    assert proposed(files) == []


def test_without_a_site_the_collection_counts(files: Files) -> None:
    """Texts that no site is known of are taken together by collection."""
    documents = [
        with_blocks(make_document(f"{n}.txt", f"{story(n)}\n\n{LINE}", source="post")) for n in range(5)
    ]
    load(files, documents)
    assert rows(files, "SELECT site, text FROM rules") == [("post", LINE)]


def test_decisions_hold_whatever_comes(files: Files) -> None:
    """An approved rule goes to cleaning with its evidence, a rejected one does not, and neither is proposed."""
    other = "The Tarn Valley Record is printed by eleven people and a dog"
    load(files, [article(n, day=n + 1, line=f"{LINE}\n{other}") for n in range(6)])
    names = dict(rows(files, "SELECT text, rule FROM rules"))
    with open_run(files) as writer:
        assert writer.decide([names[LINE]], "approved") == 1
        assert writer.decide([names[other]], "rejected") == 1
        assert writer.decide([names[LINE]], "approved") == 0
    load(files, [article(n, day=n + 1) for n in range(10, 20)])
    assert rows(files, "SELECT text, state FROM rules ORDER BY text") == [
        (LINE, "approved"),
        (other, "rejected"),
    ]
    with open_run(files) as writer:
        [known] = learned(writer.connection).values()
    assert known.rule == names[LINE]
    assert known.reason == (
        "The same line stands in 6 different articles of tarn.example, published on 6 days."
    )


def cut_by(rules: Iterable[str], number: int) -> Document:
    text = " ".join(f"cut{index}" for index, _ in enumerate(rules))
    cuts = [Cut(index * 5, index * 5 + 4, "other", rule, "It says so.") for index, rule in enumerate(rules)]
    return make_document(f"{number}.txt", "x", extracted_text=text, cuts=cuts)


def test_a_rule_is_new_in_one_run_only(files: Files) -> None:
    """What cut before in this warehouse is not new, though it cuts something else."""

    new = []
    for number, rules in enumerate((["one"], ["one", "two"], ["two"])):
        with open_run(files) as writer:
            document = cut_by(rules, number)
            writer.load(make_batch([document]))
        with open_reader(files) as reader:
            new.append(reader.found(writer.run_id).new_rules)
    assert new == [{"one"}, {"two"}, set()]


def test_a_run_that_died_does_not_hide_what_was_new(files: Files) -> None:
    """The run that completes the work names the rules that the dead one met first."""

    with pytest.raises(RuntimeError, match="stop"), open_run(files) as writer:
        writer.load(make_batch([cut_by(["one"], 1)]))
        raise RuntimeError("stop")
    with open_run(files) as writer:
        writer.load(make_batch([cut_by(["two"], 2)]))
    with open_reader(files) as reader:
        assert reader.found(writer.run_id).new_rules == {"one", "two"}
        assert reader.found().new_rules == set()


def test_a_file_from_before_learning_is_brought_up_to_date(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules that cut something before count as known."""
    before = migrate._files()[:2]
    monkeypatch.setattr(migrate, "_files", lambda: before)
    with open_working(files) as connection:
        migrate.migrate(connection)
        versions = [(1, cut_by(["ad-label"], 1))]
        known = {name for name, *_ in connection.execute("DESCRIBE store.revisions").fetchall()}
        revisions = arrow.revisions(versions, datetime.now(UTC), UUID(int=1))
        append(connection, "revisions", revisions.select(sorted(known.intersection(revisions.column_names))))
        append(connection, "cuts", arrow.cuts(versions))
    monkeypatch.undo()
    load(files)
    assert rows(files, "SELECT * FROM store.first_cuts") == [("ad-label", UUID(int=1))]
