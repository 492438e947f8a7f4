"""Searching: the macro, what it finds and in which order, and that it stays current."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import files_in, load, make_document, open_run
from ingest.model import Document
from tables import rows
from warehouse import index
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.search import Question

QUAY = make_document(
    "quay.txt",
    "The harbour board closed the old ferry quay after the floods of March.",
    title="Quay closed",
    site="herald.example",
    published_at=datetime(2026, 3, 4, 8, tzinfo=UTC),
)
FLOOD = make_document(
    "flood.txt",
    "Flooding reached the museum. The flood left mud in the old harbour, and the museum's café stays shut.",
    site="wire.example",
    published_at=datetime(2026, 3, 5, 23, tzinfo=UTC),
)
MUSEUM = make_document("museum.txt", "A museum opened a new wing. Its roof is of slate.")
GERMAN = replace(make_document("de.txt", "Die Häfen im Norden waren nach der Flut gesperrt."), language="de")
JAPANESE = replace(make_document("ja.txt", "東京港で洪水が起きた。フェリーは欠航。"), language="ja")
RUSSIAN = replace(make_document("ru.txt", "Ёлка стоит у порта, а гости говорят о наводнении."), language="ru")
ALL = [QUAY, FLOOD, MUSEUM, GERMAN, JAPANESE, RUSSIAN]
# The same words in ASCII and otherwise: ligatures, marks of their own, soft hyphens, other spaces.
ENDS = [
    make_document("plain.txt", "At THE END (of the road), the oeuvre on Hauptstrasse: the end of the line."),
    make_document(
        "marked.txt",
        "At the\u00a0e\u00adnd \u2014 of the ro\u0301ad, the \u0153uvre on Hauptstra\u00dfe: the \uff45nd of the line.",
    ),
    make_document("other.txt", "Bathe endless lines of the road. The oeuvres stand on Hauptstrassen."),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with six documents in four languages; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("search"))
    load(files, ALL)
    return files


def uris(files: Files, query: str) -> list[str]:
    """The documents that the macro finds, in its order."""
    return [uri for (uri,) in rows(files, "SELECT source_uri FROM search(?)", query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("slate", ["museum.txt"]),
        ("SLATE!", ["museum.txt"]),
        ("flood", ["flood.txt", "quay.txt"]),
        ("flooded", ["flood.txt", "quay.txt"]),
        ('"flood"', ["flood.txt"]),
        ("cafe", ["flood.txt"]),
        ("hafen", ["de.txt"]),
        ("Hafens", ["de.txt"]),
        ("елка", ["ru.txt"]),
        ("quay", ["quay.txt"]),
        ('"old harbour"', ["flood.txt"]),
        ("“old harbour”", ["flood.txt"]),
        ('"harbour old"', []),
        ('"old harb"*', ["flood.txt"]),
        ('"old harb*"', ["flood.txt"]),
        ('"old harb*" -museum', []),
        ('"museum\'s café"', ["flood.txt"]),
        ("harb*", ["quay.txt", "flood.txt"]),
        ("mus* -mud", ["museum.txt"]),
        ("+museum slate", ["museum.txt", "flood.txt"]),
        ("+slate museum", ["museum.txt"]),
        ("洪水", ["ja.txt"]),
        ("港", ["ja.txt"]),
        ("水洪", []),
        ("フェリー", ["ja.txt"]),
        ("ベリー", []),
        ("unheard", []),
        ("-museum", []),
        ("", []),
        ('* " - +', []),
        ("o'clock'; DROP TABLE runs", []),
    ],
)
def test_what_a_query_finds(filled: Files, query: str, found: list[str]) -> None:
    """Words in their forms, phrases, beginnings, signs, scripts and nonsense find what they should."""
    assert uris(filled, query) == found


WRITTEN = {
    "ar": "زار أمس المدينة وأحمد معه، وقرأ الكتاب.",
    "de": "Äpfel und Öl von der Straße.",
    "hi": "नई किताबें आईं।",
    "ja": "ｶﾞﾗｽの港",
    "ko": "대통령이 서울에서 말했다.",
    "ne": "सरकारको निर्णय",
    "fa": "کتابهای تازه",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with a short text in each of several languages; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("written"))
    load(files, [replace(make_document(code, text), language=code) for code, text in WRITTEN.items()])
    return files


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("مدينة", ["ar"]),
        ("أحمد", ["ar"]),
        ("احمد", ["ar"]),
        ("كتاب", ["ar"]),
        ("للمدينة", ["ar"]),
        ("aepfel", ["de"]),
        ("oel", ["de"]),
        ("किताब", ["hi"]),
        ("ガラス", ["ja"]),
        ("ｶﾞﾗｽ", ["ja"]),
        ('"ガラスの"', ["ja"]),
        ("대통령", ["ko"]),
        ("서울", ["ko"]),
        ('"대통령"', []),
        ('"대통령"*', ["ko"]),
        ("통령", []),
        ("सरकार", ["ne"]),
        ("کتاب", ["fa"]),
    ],
)
def test_words_that_stand_in_another_form(written: Files, query: str, found: list[str]) -> None:
    """What is typed without ending, article, particle or umlaut finds texts that have it only so."""
    assert uris(written, query) == found


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with one text in ASCII, the same with other characters, and a third; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("ends"))
    load(files, ENDS)
    return files


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"the end of the"', ["marked.txt", "plain.txt"]),
        ('"oeuvre on hauptstrasse"', ["marked.txt", "plain.txt"]),
        ('"\u0153uvre on Hauptstra\u00dfe"', ["marked.txt", "plain.txt"]),
        ('"oeuvre on haupt"*', ["marked.txt", "plain.txt"]),
        ('"the endless"', []),
        ('"endless lin"*', ["other.txt"]),
        ('"end of the line" "of the road"', ["marked.txt", "other.txt", "plain.txt"]),
        ('+"end of the line" -"endless lines"', ["marked.txt", "plain.txt"]),
        ('"the \u0435nd of"', []),
    ],
)
def test_phrases_whatever_the_characters(ends: Files, query: str, found: list[str]) -> None:
    """A phrase is found in whole words, however the text writes its letters and what stands between."""
    assert sorted(uris(ends, query)) == found


def test_phrases_are_counted(ends: Files) -> None:
    """Both times that a text has a phrase count, in either way of writing."""
    scores = rows(ends, "SELECT score FROM search('\"the end of the\"')")
    assert len(scores) == 2
    assert scores[0] == scores[1]
    [(once,)] = rows(ends, "SELECT max(score) FROM search('\"the end of the line\"')")
    assert scores[0][0] > once


# As a text may write a word, and how it is found.
SPELLED = {
    "so": "so", "Also": "also", "the": "the", "THERE": "there", "thérè": "there", "thee": "thee",
    "the\u0301": "the", "s\u00f6": "so", "se": "se", "s\u00e9": "se", "\u0153uvre": "oeuvre", "Stra\u00dfe": "strasse",
}  # fmt: skip
BETWEEN = [" ", " ", "_", ", ", "\n", "\u00a0", " — ", "\u2019"]


def made_texts(number: int) -> list[list[str]]:
    """Texts of such words, some in ASCII alone, each as the pieces that it is put together from."""
    rng = random.Random(7)
    texts = []
    for at in range(number):
        words = [word for word in SPELLED if at % 2 or word.isascii()]
        between = [mark for mark in BETWEEN if at % 2 or mark.isascii()]
        texts.append([rng.choice(each) for _ in range(rng.randint(5, 40)) for each in (words, between)])
    return texts


def reference(phrase: list[str], texts: list[list[str]], *, begins: bool) -> dict[int, float]:
    """What BM25 gives the texts that have a phrase, counted word by word from the left."""
    counts = {}
    for number, text in enumerate(texts):
        words, at, times = [SPELLED[word] for word in text[::2]], 0, 0
        while at < len(words):
            same = words[at : at + len(phrase)]
            if begins and same and len(same) == len(phrase) and same[-1].startswith(phrase[-1]):
                same = [*same[:-1], phrase[-1]]
            at, times = (at + len(phrase), times + 1) if same == phrase else (at + 1, times)
        counts[number] = times
    found = {number: times for number, times in counts.items() if times}
    mean = sum(len(text) // 2 for text in texts) / len(texts)
    weight = math.log(1 + (len(texts) - len(found) + 0.5) / (len(found) + 0.5))
    return {
        number: weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * len(texts[number]) / 2 / mean))
        for number, times in found.items()
    }


def test_phrases_are_those_of_a_plain_reference(tmp_path: Path) -> None:
    """Phrases are found and counted as by reading word by word, however the texts write their words."""
    files, texts = files_in(tmp_path), made_texts(30)
    load(files, [make_document(f"{number}.txt", "".join(text)) for number, text in enumerate(texts)])
    asked = ["se so", "so so", "so so*", "there the", "also oeuvre", "oeuvre so", "so the so"]
    with duckdb.connect(files.published, read_only=True) as connection:
        for each in asked:
            found = connection.execute("SELECT source_uri, score FROM search(?)", [f'"{each}"']).fetchall()
            words = each.removesuffix("*").split()
            wanted = reference(words, texts, begins=each.endswith("*"))
            assert dict(found) == pytest.approx({f"{n}.txt": wanted[n] for n in wanted}, abs=1e-6), each


def test_scores_are_those_of_bm25(filled: Files) -> None:
    """A score is Okapi BM25 with k1 = 1.2 and b = 0.75 over all documents, headline included."""
    lengths = [len(f"{d.title or ''} {d.text}".replace("'", " ").split()) for d in ALL if d is not JAPANESE]
    [(japanese,)] = rows(
        filled,
        "SELECT words FROM store.search_entries JOIN documents USING (doc_id) WHERE language = 'ja'",
    )
    mean = (sum(lengths) + japanese) / len(ALL)
    [(score, missing)] = rows(filled, "SELECT score, missing FROM search('slate nowhere')")
    weight = math.log(1 + (len(ALL) - 1 + 0.5) / (1 + 0.5))
    words = len(MUSEUM.text.split())
    assert score == pytest.approx(weight * 2.2 / (1 + 1.2 * (0.25 + 0.75 * words / mean)))
    assert missing == 1


def test_copies_are_all_found_and_say_which_is_canonical(tmp_path: Path) -> None:
    """Each copy is a row of its own, with the document that stands for the group."""
    files = files_in(tmp_path)
    load(files, [QUAY, make_document("copy.txt", QUAY.text)])
    found = rows(files, "SELECT source_uri, canonical_doc_id, is_canonical, copies FROM search('ferry')")
    assert sorted(found) == [("copy.txt", QUAY.doc_id, False, 2), ("quay.txt", QUAY.doc_id, True, 2)]


def test_filters_and_limit(filled: Files) -> None:
    """The reader narrows a search down by site, language and time, in the order of the macro."""
    asked = {
        "wire.example": Question("flood", sites=["wire.example"]),
        "en": Question("flood", languages=["en"], most=1),
        "since": Question("flood", since=datetime(2026, 3, 5, tzinfo=UTC)),
        "until": Question("flood", until=datetime(2026, 3, 5, tzinfo=UTC)),
    }
    with open_reader(filled) as reader:
        found = {
            name: [hit.fields["source_uri"] for hit in reader.search(question)]
            for name, question in asked.items()
        }
    assert found == {
        "wire.example": ["flood.txt"],
        "en": ["flood.txt"],
        "since": ["flood.txt"],
        "until": ["quay.txt"],
    }


def test_the_command_and_the_macro_agree(filled: Files) -> None:
    """What the reader finds is what the macro finds, column by column."""
    with open_reader(filled) as reader:
        hits = [hit.fields for hit in reader.search(Question("old flood museum"))]
        assert hits == reader.query("SELECT * FROM search('old flood museum')").records()
        assert len(hits) == 3


def test_snippets_show_the_words_found(filled: Files) -> None:
    """Words are marked in the forms that the text has."""
    with open_reader(filled) as reader:
        [hit] = reader.search(Question('floods "old harbour"', sites=["wire.example"]))
    assert [hit.text[start:stop] for start, stop in hit.snippet.found] == [
        "Flooding", "flood", "old", "harbour",
    ]  # fmt: skip


def test_snippets_mark_a_phrase_where_it_stands(filled: Files) -> None:
    """Words of a phrase by themselves are not marked, in scripts without spaces neither."""
    with open_reader(filled) as reader:
        [hit] = reader.search(Question('"the museum\'s"'))
        [japanese] = reader.search(Question("東京港"))
    assert [hit.text[start:stop] for start, stop in hit.snippet.found] == ["the", "museum", "s"]
    assert [japanese.text[start:stop] for start, stop in japanese.snippet.found] == ["東京港"]


def test_a_file_opened_under_another_name(filled: Files) -> None:
    """An analyst who attaches the file searches it after USE."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{filled.published}' AS news (READ_ONLY)")
        connection.execute("USE news")
        assert connection.execute("SELECT source_uri FROM search('slate')").fetchall() == [("museum.txt",)]


def test_a_changed_document_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    """An update takes the old words out of the answers, and the statistics with them."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    new = make_document(
        "quay.txt", "The lighthouse shines again.", modified_at=datetime(2026, 4, 1, tzinfo=UTC)
    )
    load(files, [QUAY, FLOOD])
    load(files, [new])
    load(fresh, [FLOOD, new])
    assert uris(files, "ferry") == []
    assert uris(files, "lighthouse") == ["quay.txt"]
    every = "SELECT doc_id, score FROM search('flooded lighthouse museum')"
    assert rows(files, every) == rows(fresh, every)


def test_a_file_from_before_is_indexed_by_its_next_run(tmp_path: Path) -> None:
    """Documents that no index knows are taken in by the next run, whatever it loads."""
    files = files_in(tmp_path)
    load(files, [QUAY])
    with duckdb.connect(files.working) as connection:
        for table in ("vocabulary", "search_entries", "search_chunks", "postings"):
            connection.execute(f"DELETE FROM store.{table}")
    load(files, [MUSEUM])
    assert uris(files, "ferry slate") == ["museum.txt", "quay.txt"]


@pytest.mark.slow
def test_small_parts_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small loads leave few parts, released words are gone from them, and answers stay the same."""
    monkeypatch.setattr(index, "_MANY", 3)
    files = files_in(tmp_path)
    for document in ALL:
        load(files, [document])
    load(files, [make_document("quay.txt", "Gone.", modified_at=datetime(2026, 4, 1, tzinfo=UTC))])
    load(files, [make_document("late.txt", "A late museum.")])
    [(parts,)] = rows(files, "SELECT count(DISTINCT chunk_no) FROM store.postings")
    assert parts <= 3
    assert uris(files, "+museum slate") == ["museum.txt", "late.txt", "flood.txt"]
    dead = "SELECT token FROM store.postings JOIN store.vocabulary USING (token_no) WHERE token = 'ferry'"
    assert rows(files, dead) == []


@pytest.mark.slow
def test_large_parts_hold_each_word_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Middling parts become a large one, whose rows are in the order of its words; answers stay the same."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    load(fresh, ALL)
    monkeypatch.setattr(index, "_FEW_WORDS", 1)
    monkeypatch.setattr(index, "_LARGE", 60)
    for document in ALL:
        load(files, [document])
    stored = rows(files, "SELECT chunk_no, token_no FROM store.postings ORDER BY rowid")
    assert len({chunk for chunk, _ in stored}) < len(ALL)
    large = min(chunk for chunk, _ in stored)
    tokens = [token for chunk, token in stored if chunk == large]
    assert tokens == sorted(tokens)
    assert len(set(tokens)) < len(tokens)
    every = "SELECT doc_id, score FROM search('flooded old museum quay \"im Norden\"')"
    assert rows(files, every) == rows(fresh, every)


def test_no_word_of_a_forgotten_document_stays(tmp_path: Path) -> None:
    """Its words, of all its versions, are in no table and no byte; the answers are those without it."""
    files, fresh = files_in(tmp_path / "a"), files_in(tmp_path / "b")
    old = make_document("secret.txt", "The zanzibarine museum.", modified_at=datetime(2026, 1, 1, tzinfo=UTC))
    new = make_document("secret.txt", "The quixotry museum.", modified_at=datetime(2026, 1, 2, tzinfo=UTC))
    load(files, [QUAY, old])
    load(files, [new])
    with open_run(files) as writer:
        writer.forget([old.doc_id], "On request.")
    load(files, [MUSEUM])
    load(fresh, [QUAY, MUSEUM])
    data = files.working.read_bytes() + files.published.read_bytes()
    assert b"quixotr" not in data
    assert b"zanzibar" not in data
    every = "SELECT doc_id, score FROM search('museum zanzibarine quixotry slate ferries')"
    assert rows(files, every) == rows(fresh, every)
    assert len(rows(files, every)) == 2


TEXTS = st.lists(
    st.tuples(
        st.sampled_from("abcd"), st.lists(st.sampled_from("flood floods ferry quay old".split()), min_size=1)
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), TEXTS)
def test_any_order_gives_the_same_answers(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, made: list[tuple[str, list[str]]]
) -> None:
    """However versions from several places are split into runs and ordered, scores are the same to the bit."""
    documents = [
        make_document(
            f"{number}.txt",
            " ".join(words),
            url=f"https://herald.example/{name}",
            modified_at=datetime(2026, 1, 1 + number, tzinfo=UTC),
        )
        for number, (name, words) in enumerate(made)
    ]
    answers = []
    for order in (documents, data.draw(st.permutations(documents))):
        files = files_in(tmp_path_factory.mktemp("order"))
        load_in_runs(files, order, data.draw(st.integers(1, 3)))
        answers.append(everything(files))
    assert answers[0] == answers[1]


def load_in_runs(files: Files, documents: Sequence[Document], size: int) -> None:
    """Load a few documents at a time."""
    for start in range(0, len(documents), size):
        load(files, documents[start : start + size])


def everything(files: Files) -> list[list[tuple[UUID, float]]]:
    """What some queries find."""
    queries = ("flood", "flooding ferry", '"old quay"', "f* -old")
    return [rows(files, "SELECT doc_id, score FROM search(?)", query) for query in queries]
