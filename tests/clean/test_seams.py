"""White space at the seams of cuts."""

import pytest

from clean_story import STORY, below
from ingest.clean import clean
from ingest.clean.engine.rule import Found
from ingest.clean.engine.seams import sew


def left(text: str, *words: str) -> str:
    """What is left of `text` when each of `words` is cut."""
    spans = []
    for word in words:
        start = text.index(word)
        found = Found(start, start + len(word), "other", word, "Because.")
        spans.append((found.start, found.stop, found))
    at, parts = 0, []
    for start, stop, _ in sew(text, spans):
        parts.append(text[at:start])
        at = stop
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One\n\nCUT\n\nTwo", ["CUT"], "One\n\nTwo"),
        ("One\nCUT\n\nTwo", ["CUT"], "One\n\nTwo"),
        ("One\n\n\nCUT\n\nTwo", ["CUT"], "One\n\n\nTwo"),
        ("CUT\n\nOne", ["CUT"], "One"),
        (" \nCUT\n\nOne", ["CUT"], "One"),
        ("One\n\nCUT\n", ["CUT"], "One"),
        ("One\n\nCUT\n\nGONE\n\nTwo", ["CUT", "GONE"], "One\n\nTwo"),
        ("One. CUT. Two.", ["CUT."], "One. Two."),
        ("One. CUT\n\nTwo", ["CUT"], "One.\n\nTwo"),
        ("One\n\nCUT Two", ["CUT"], "One\n\nTwo"),
        ("One. CUT", ["CUT"], "One."),
        ("One\r\n\r\nCUT\r\n\r\nTwo", ["CUT"], "One\r\n\r\nTwo"),
    ],
)
def test_one_break_stays(text: str, words: list[str], expected: str) -> None:
    """Between what stays, one run of white space is left; at the ends none."""
    assert left(text, *words) == expected


def test_neighbours_of_one_rule_become_one_cut() -> None:
    """Equal cuts with only white space between them are one row."""
    text = "One\n\nA\nB\n\nTwo"
    spans = [(at, at + 1, Found(at, at + 1, "other", "rule", "Because.")) for at in (5, 7)]
    assert [(start, stop) for start, stop, _ in sew(text, spans)] == [(5, 10)]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Photo: Ida Fenn\nPhoto: Lena Ort", ["Ida Fenn", "Lena Ort"]),
        (
            "© 2026 Fenn Post, fennpost.example\n© 2026 Holloway News, holloway.example",
            ["Fenn Post", "Holloway News"],
        ),
    ],
)
def test_neighbouring_notices_are_all_kept(lines: str, names: list[str]) -> None:
    """Two notices in a row are two cuts, and both are told."""
    cleaned = clean(below(*lines.split("\n")))
    assert cleaned.text == STORY
    assert [notice.name for notice in cleaned.notices] == names
    assert len(cleaned.cuts) == 2
