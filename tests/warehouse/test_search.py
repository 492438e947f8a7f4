"""Searching: the macro, what it finds and in which order."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from builders import files_in, load, make_document
from searched import ALL, JAPANESE, MUSEUM, QUAY, uris
from tables import rows
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.search import Question


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A warehouse with six documents in four languages; tests only read it."""
    files = files_in(tmp_path_factory.mktemp("search"))
    load(files, ALL)
    return files


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
