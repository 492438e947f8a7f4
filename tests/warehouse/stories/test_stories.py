"""Stories in the warehouse: who is together, under which id, on whose word, with which evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import duckdb
import pytest

from builders import files_in, load, make_document, open_run
from ingest.model import Citation, Document
from ingest.telling import TERM_KINDS
from tables import contents, rows
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.policy import parse
from warehouse.reader import open_reader
from warehouse.verdicts import Level, Verdict, Word

FERRY = [
    "The ferry Almira ran aground off Port Ellery with 212 passengers, said harbour master Ineke Vos. Tugs from Dunmarrow pulled at dawn. The Almira carried 212 passengers to Skerry.",
    "All 212 passengers of the stranded Almira were safe, Ineke Vos told reporters in Port Ellery. Two Dunmarrow tugs freed the ferry, whose hull had no holes.",
    "Off Port Ellery a ferry sat on a sandbank all night. Tugs from Dunmarrow freed her, said Vos, who runs the harbour. The Almira carried 198 passengers to Skerry.",
]
HIVES = [
    "Rooftop beekeeper Tomas Weil won the Quillmark honey prize with 48 jars from eleven hives above the old exchange. Weil keeps Carniolan bees.",
    "The Quillmark prize for honey went to Tomas Weil, whose Carniolan bees live on a roof. He filled 48 jars from eleven hives this summer.",
]
BRIEF = "Rain is expected in the north."


def article(
    place: int, text: str, day: int | None = None, cited: Sequence[str] = (), title: str | None = "A report"
) -> Document:
    """What stands at a place, each on a site of its own."""
    document = make_document(
        f"{place}.txt",
        text,
        url=f"https://s{place}.example/1",
        site=f"s{place}.example",
        title=title,
        published_at=datetime(2026, 3, day, tzinfo=UTC) if day else None,
    )
    return replace(document, citations=tuple(Citation(outlet, "according_to", 0, 9) for outlet in cited))


IDS = [article(place, "").doc_id for place in range(6)]


def story_of(files: Files, place: int) -> UUID:
    [(story_id,)] = rows(files, "SELECT story_id FROM stories WHERE doc_id = ?", IDS[place])
    assert isinstance(story_id, UUID)
    return story_id


def judge(files: Files, a: int, b: int, word: Word | None, level: Level) -> None:
    with open_run(files) as writer:
        writer.judge([Verdict.on(IDS[a], IDS[b], word, None, level)])


def history(files: Files) -> list[tuple[str, UUID, UUID, int]]:
    """What is told of stories, in order."""
    sql = "SELECT event, story_id, became, documents FROM story_history ORDER BY changed_at, event, story_id, became"
    return rows(files, sql)


def test_every_document_has_a_story(files: Files) -> None:
    """Tellings of one event share one, copies follow their canonical document, the rest is alone."""
    load(
        files,
        [article(0, FERRY[0], 1), article(1, FERRY[1], 2), article(2, FERRY[0] + " Rain fell.", 3)],
        [article(3, HIVES[0], 1), article(4, BRIEF), article(5, "🎉", title=None)],
    )
    assert story_of(files, 0) == story_of(files, 1) == story_of(files, 2)
    assert len({story_of(files, place) for place in (0, 3, 4, 5)}) == 4
    sql = "SELECT size, headline FROM stories ORDER BY size DESC, headline NULLS LAST"
    assert rows(files, sql) == [(3, "A report")] * 3 + [(1, "A report")] * 2 + [(1, None)]
    assert rows(files, "SELECT count(*) FROM articles a JOIN stories s USING (doc_id, story_id)") == [(5,)]


def test_a_story_keeps_its_id_as_it_grows(files: Files) -> None:
    """Later tellings change nothing about it; an earlier one renames it, and that is told."""
    load(files, [article(0, FERRY[0], 2)])
    first = story_of(files, 0)
    load(files, [article(1, FERRY[1], 3)])
    assert (story_of(files, 0), story_of(files, 1), history(files)) == (first, first, [])
    load(files, [article(2, FERRY[2], 1)])
    assert history(files) == [("renamed", first, story_of(files, 2), 2)]


def test_stories_that_join_and_split(files: Files) -> None:
    """A link joins two stories under the id of the earlier one; taken back, it splits them again."""
    load(
        files,
        [article(0, FERRY[0], 1), article(1, FERRY[1], 2), article(3, HIVES[0], 3), article(4, HIVES[1], 4)],
    )
    a, b, before = story_of(files, 0), story_of(files, 3), contents(files)
    judge(files, 1, 4, "linked", "story")
    assert story_of(files, 3) == a != b
    assert rows(files, "SELECT max(size) FROM copies") == [(1,)]
    judge(files, 1, 4, None, "story")
    assert history(files) == [("joined", b, a, 2), ("split", a, b, 2)]
    assert contents(files) == before


def test_a_story_has_another_id_once_its_earliest_telling_is_a_copy(files: Files, tmp_path: Path) -> None:
    """Who is left of a story is as if the others had never been in it."""
    load(files, [article(0, FERRY[0], 2), article(1, FERRY[2], 3), article(2, BRIEF, 1)])
    assert story_of(files, 0) == story_of(files, 1)
    judge(files, 0, 2, "linked", "copy")
    alone = files_in(tmp_path, "alone.duckdb")
    load(alone, [article(1, FERRY[2], 3)])
    assert story_of(files, 1) == story_of(alone, 1)


def test_what_is_kept_out_of_a_story_stays_out(files: Files) -> None:
    """Also where both are copies of a third one, and where another is linked with one of them."""
    load(files, [article(0, FERRY[0], 1), article(1, FERRY[0], 2), article(2, FERRY[0] + " Rain.", 3)])
    judge(files, 0, 1, "unlinked", "story")
    assert story_of(files, 0) != story_of(files, 1)
    judge(files, 2, 1, "linked", "story")
    assert story_of(files, 0) != story_of(files, 2) == story_of(files, 1)
    load(files, [article(3, FERRY[1], 4)])
    assert story_of(files, 0) != story_of(files, 1)
    with pytest.raises(WarehouseError, match="Take one back first"):
        judge(files, 0, 2, "linked", "copy")


def test_no_copies_may_still_be_one_story(files: Files) -> None:
    """A verdict on copies says nothing of the story, and the relation keeps its kind."""
    load(files, [article(0, FERRY[0], 1), article(1, FERRY[0], 2)])
    judge(files, 0, 1, "unlinked", "copy")
    assert story_of(files, 0) == story_of(files, 1)
    assert rows(files, "SELECT kind, verdict, level FROM relations") == [("exact", "unlinked", "copy")]


def test_relations_of_a_story_stand_between_canonical_documents(files: Files) -> None:
    """A pair has one row of the strongest kind, with true values; copies of either have none of kind story."""
    load(
        files,
        [article(0, FERRY[0], 1), article(1, FERRY[1], 2), article(2, FERRY[0], 3), article(3, HIVES[0])],
    )
    found = rows(
        files, "SELECT doc_a, doc_b, kind, score BETWEEN 0.5 AND 1, jaccard <= containment FROM relations"
    )
    by_kind = {kind: ({a, b}, *values) for a, b, kind, *values in found}
    assert by_kind == {"exact": ({IDS[0], IDS[2]}, True, True), "story": ({IDS[0], IDS[1]}, True, True)}


def test_evidence_stands_where_it_says(files: Files) -> None:
    """Offsets hold the words on both sides, or are NULL where only the title has them; kinds have their names."""
    load(
        files,
        [
            article(0, FERRY[0], 1, title="Ineke Vos and the Almira"),
            *(article(n, FERRY[n], 2) for n in (1, 2)),
        ],
    )
    found = rows(
        files,
        """
        SELECT e.kind, e.text,
            substring(a.text, e.start_a + 1, e.stop_a - e.start_a),
            substring(b.text, e.start_b + 1, e.stop_b - e.start_b)
        FROM evidence e JOIN documents a ON a.doc_id = e.doc_a JOIN documents b ON b.doc_id = e.doc_b
        """,
    )
    assert {kind for kind, *_ in found} <= set(TERM_KINDS) | {"cited_outlet", "quote"}
    assert {"name", "figure"} <= {kind for kind, *_ in found}
    for _, text, a, b in found:
        assert text in (a, b)
        assert all(side is None or side for side in (a, b))
    assert {text for kind, text, _, _ in found if kind == "name"} >= {"Almira"}


def test_outlets_and_quotations_are_evidence(files: Files) -> None:
    """What both cite and whom both quote is told with its places, also where the words are others."""
    said = [
        "“Nobody aboard knew how deep the channel still was”",
        "“Nobody aboard knew the channel was still so deep”",
    ]
    texts = [f"{FERRY[n]} {said[n]} said Ineke Vos, according to the Harbour Gazette." for n in (0, 1)]
    cited = [(Citation("Harbour Gazette", "according_to", t.index("according"), len(t) - 1),) for t in texts]
    load(files, [replace(article(n, texts[n], n + 1), citations=cited[n]) for n in (0, 1)])
    sql = "SELECT kind, start_a IS NOT NULL AND start_b IS NOT NULL FROM evidence"
    found = rows(files, sql)
    assert ("quote", True) in found
    assert ("cited_outlet", True) in found


def test_kinds_of_evidence_are_numbered_as_tellings_number_them(files: Files) -> None:
    """The view knows the same kinds in the same order."""
    load(files)
    [(sql,)] = rows(files, "SELECT sql FROM duckdb_views() WHERE view_name = 'evidence'")
    assert ", ".join(f"'{kind}'" for kind in TERM_KINDS) in sql


def test_origins_count_those_that_rest_on_one_word_once(files: Files) -> None:
    """Tellings that cite one outlet, or one another's site, are one origin, copies are counted apart."""
    load(
        files,
        [
            article(0, FERRY[0], 1, ["Harbour Wire"]),
            article(1, FERRY[1], 2, ["Harbour Wire"]),
            article(2, FERRY[2], 3),
            article(3, FERRY[0], 4),
        ],
    )
    sql = """
        SELECT documents, copies, tellings, cited_outlets, independent_origins, first_doc_id, first_site
        FROM origins
    """
    assert rows(files, sql) == [(4, 1, 3, ["Harbour Wire"], 2, IDS[0], "s0.example")]
    load(files, [article(2, FERRY[2], 5, ["s1"])])
    assert rows(files, "SELECT independent_origins FROM origins") == [(1,)]
    cited = rows(files, "SELECT doc_id, outlet, how, start, stop FROM citations ORDER BY outlet, doc_id")
    assert (IDS[2], "s1", "according_to", 0, 9) in cited
    assert len(cited) == 3


def test_conflicts_show_both_passages(files: Files) -> None:
    """Different figures of one thing are told with their places, and leave with the telling."""
    load(files, [article(0, FERRY[0], 1), article(2, FERRY[2], 2)])
    sql = "SELECT kind, text_a, text_b, start_a < stop_a, start_b < stop_b FROM conflicts"
    [(kind, *texts, _, _)] = found = rows(files, sql)
    assert (kind, sorted(texts)) == ("figure", ["198 passengers", "212 passengers"])
    assert found[0][3:] == (True, True)
    load(files, [article(2, HIVES[0], 2)])
    assert rows(files, sql) == []


def test_another_policy_gives_another_headline(files: Files) -> None:
    """The best document by the policy lends its title, one without a title never does; the id stays."""
    load(
        files,
        [
            article(0, FERRY[0], 1, title=None),
            article(1, FERRY[1], 2, title="One"),
            article(2, FERRY[2], 3, title="Two"),
        ],
    )
    assert rows(files, "SELECT DISTINCT headline FROM stories") == [("One",)]
    before = story_of(files, 0)
    with open_run(files) as writer:
        writer.choose(parse("prefer:s2.example"))
    assert rows(files, "SELECT DISTINCT headline, story_id FROM stories") == [("Two", before)]


def test_an_older_file_gets_its_stories_with_the_next_run(files: Files) -> None:
    """Tellings, stories and citations of what was stored before are made, as if they had been from the start."""
    text = "The Almira is free again, according to the Harbour Gazette."
    load(files, [article(0, FERRY[0], 1), article(1, FERRY[1], 2), article(2, text, 3)])
    before = contents(files)
    with duckdb.connect(files.working) as connection:
        for table in (
            "tellings",
            "telling_terms",
            "term_holders",
            "story_keys",
            "story_pairs",
            "story_links",
            "stories",
        ):
            connection.execute(f"DELETE FROM store.{table}")
        connection.execute("UPDATE settings SET value = '0' WHERE name = 'stories'")
    load(files)
    after = contents(files)
    assert {name for name in after if after[name] != before[name]} <= {"citations", "tellings", "origins"}
    assert rows(files, "SELECT outlet, how FROM citations") == [("Harbour Gazette", "according_to")]
    assert history(files) == []


def test_a_story_is_found_by_its_id_and_by_its_documents(files: Files) -> None:
    """A beginning of either will do, if it is the only one."""
    load(files, [article(0, FERRY[0], 1), article(1, FERRY[1], 2), article(3, HIVES[0], 3)])
    with open_reader(files) as reader:
        found = reader.story(str(story_of(files, 0)))
        assert [each["doc_id"] for each in found.documents] == [IDS[0], IDS[1]]
        assert found.tellings[0]["like_doc_id"] == IDS[1]
        assert "Port Ellery" in found.tellings[0]["because"]
        for name in (str(story_of(files, 0))[:8], "1.txt", str(IDS[0])):
            assert reader.story(name).story_id == found.story_id
        with pytest.raises(WarehouseError, match="No document has"):
            reader.story("nothing")
