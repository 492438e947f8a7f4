"""Phrases: found in whole words, whatever stands between them, and counted."""

from __future__ import annotations

import math
import random
from pathlib import Path

import duckdb
import pytest

from builders import files_in, load, make_document
from searched import uris
from tables import rows
from warehouse.files import Files

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
