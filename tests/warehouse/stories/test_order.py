"""Stories kept up to date are as formed at once, whatever came in which order, and whatever left."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_document, open_run
from ingest.model import Document
from ingest.telling import scores
from lives import Life, bringing, lives
from tables import contents, rows
from warehouse.files import Files
from warehouse.stories import groups, pairs, queue_all, tellings

# Three events in several words each, a text that mixes two of them, copies, and texts without a telling.
FERRY = [
    "The ferry Almira ran aground off Port Ellery with 212 passengers, said harbour master Ineke Vos. Tugs from Dunmarrow pulled at dawn. The Almira carried 212 passengers to Skerry.",
    "Off Port Ellery a ferry sat on a sandbank all night. Tugs from Dunmarrow freed her, said Vos, who runs the harbour. The Almira carried 198 passengers to Skerry.",
    "All 212 passengers of the stranded Almira were safe, Ineke Vos told reporters in Port Ellery. Two Dunmarrow tugs freed the ferry.",
]
HIVES = [
    "Rooftop beekeeper Tomas Weil won the Quillmark honey prize with 48 jars from eleven hives above the old exchange.",
    "The Quillmark prize for honey went to Tomas Weil, whose hives stand on a roof. He filled 48 jars this summer.",
    "Judges in Quillmark praised Weil and the 48 jars of his rooftop bees, eleven hives above the exchange.",
]
STRIKE = [
    "Grain loaders at the Vesterholm terminal walked out after talks with Karsten Rude failed. Some 350 workers joined.",
    "Karsten Rude, who leads the Vesterholm terminal, met none of the 350 striking grain loaders on Monday.",
]
TEXTS = [
    *FERRY,
    *HIVES,
    *STRIKE,
    f"{FERRY[1]} {HIVES[1]}",
    FERRY[0] + " Trains were late.",
    "Vos met Weil and Rude in Port Ellery for talks about Quillmark and Vesterholm.",
    "🎉",
    "",
]
PLACES = 8
STATE = {
    "terms": "SELECT * FROM store.term_holders",
    "tellings": "SELECT d.doc_id, t.* EXCLUDE telling_no FROM store.tellings d LEFT JOIN store.telling_terms t USING (telling_no)",
    "keys": "SELECT d.doc_id, k.key FROM store.story_keys k JOIN store.tellings d USING (telling_no)",
    "pairs": """
        SELECT a.doc_id, b.doc_id, p.score, l.jaccard, l.containment, l.compared
        FROM store.story_pairs p
        LEFT JOIN store.story_links l ON l.telling_a = p.telling_a AND l.telling_b = p.telling_b
        JOIN store.tellings a ON a.telling_no = p.telling_a
        JOIN store.tellings b ON b.telling_no = p.telling_b
    """,
    "links": "SELECT count(*) FROM store.story_links",
    "stories": "SELECT * FROM store.stories",
}
VIEWS = ("relations", "evidence", "conflicts", "stories", "copies")


def article(place: int, text: int, day: int | None, title: bool = True) -> Document:
    """What stands at a place: text, day and title are up to the caller."""
    return make_document(
        f"{place}.txt",
        TEXTS[text],
        url=f"https://s{place}.example/1",
        site=f"s{place}.example",
        title=f"Report {text}" if title else None,
        published_at=datetime(2026, 3, day, tzinfo=UTC) if day else None,
    )


IDS = [article(place, 0, 1).doc_id for place in range(PLACES)]


def articles(place: int) -> st.SearchStrategy[Document]:
    """Any text of any day at a place, with a title or without."""
    texts, days = st.integers(0, len(TEXTS) - 1), st.sampled_from([None, 1, 2, 30])
    return st.builds(article, st.just(place), texts, days, st.booleans())


def state(files: Files) -> dict[str, list[str]]:
    """All that stories consist of, without internal numbers."""
    found = contents(files)
    return {name: found[name] for name in VIEWS} | {
        f"store.{name}": sorted(map(repr, rows(files, sql))) for name, sql in STATE.items()
    }


def at_once(life: Life) -> dict[str, list[str]]:
    """The same from a warehouse that met everything together."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        life.at_once(files)
        return state(files)


@contextmanager
def narrow() -> Iterator[None]:
    """Let keys become common, terms lose rarity and stories be large with a handful of documents."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (pairs, tellings):
            patch.setattr(module, "KEY_CAP", 3)
        for module in (pairs, sys.modules[scores.__module__]):
            patch.setattr(module, "size_level", lambda documents: documents // 4)
        for module in (pairs, tellings):
            patch.setattr(module, "level", lambda holders: min(6, holders // 2))
        patch.setattr(groups, "_COMPARED", 1)
        yield


@given(lives(IDS, articles, ["copy", "story", "story"]))
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_kept_up_to_date_is_as_formed_at_once(life: Life) -> None:
    """After any arrivals, revisions, deletions, verdicts and policies all of it is as from scratch."""
    with narrow(), tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        life.live(files)
        kept = state(files)
        assert at_once(life) == kept
        with open_run(files) as writer:
            queue_all(bringing(writer))
        assert state(files) == kept


def test_the_documents_are_worth_the_test() -> None:
    """Some keys are common and some terms shared by many, some pairs related by a story, not all of them compared."""
    with narrow(), tempfile.TemporaryDirectory() as folder:
        files = files_in(Path(folder))
        load(files, [article(place, place, 1) for place in range(PLACES)])
        sizes = sorted(size for (size,) in rows(files, "SELECT DISTINCT size FROM stories"))
        assert max(sizes) > 1
        assert rows(files, "SELECT count(*) FROM relations WHERE kind = 'story'") > [(2,)]
        assert rows(files, "SELECT count(*) FROM conflicts") > [(0,)]
        assert rows(files, "SELECT DISTINCT compared FROM store.story_links ORDER BY ALL") == [
            (False,),
            (True,),
        ]
        assert rows(files, "SELECT max(tellings) FROM store.term_holders") > [(2,)]
        sql = "SELECT max(n) FROM (SELECT count(*) AS n FROM store.story_keys GROUP BY key)"
        assert rows(files, sql) > [(1,)]
