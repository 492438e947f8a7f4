"""Most articles are not looked at twice."""

import numpy as np

from ingest.clean.engine.lines import Page
from ingest.clean.verdict.gate import hard_wrapped, like_a_page, loose_lines, may_hold_boilerplate

HEADLINE = "Ferry to Sandholm runs again"
PARAGRAPHS = [
    "The ferry to Sandholm runs again from Monday, the harbour office said after two weeks of repairs.",
    "Its engine had failed in the middle of the sound with ninety people on board, none of whom was hurt.",
    "The owners will pay back every ticket that was bought for the days on which the ship lay in dock.",
]


def opens(*lines: str, ruled: tuple[int, ...] = ()) -> bool:
    """Whether the gate opens for these lines."""
    owned = np.zeros(len(lines), dtype=np.bool_)
    owned[list(ruled)] = True
    page = Page("\n".join(lines))
    return may_hold_boilerplate(page, loose_lines(page), owned)


def test_headline_and_paragraphs_are_done():
    """Nothing in a plain article could be boilerplate."""
    assert not opens(HEADLINE, *PARAGRAPHS)


def test_a_subheading_opens_nothing():
    """A short line alone is no sign."""
    assert not opens(HEADLINE, *PARAGRAPHS[:2], "Back to the old timetable", PARAGRAPHS[2])


def test_a_line_that_says_what_it_is_opens():
    """A short line made of a firm phrase is worth a look."""
    assert opens(HEADLINE, *PARAGRAPHS, "Sign up for our newsletter")


def test_a_short_line_beside_a_ruled_one_opens():
    """What stands next to a cut line may belong to it."""
    assert opens(HEADLINE, *PARAGRAPHS, "Most read", "Badger wins a baking prize", ruled=(4,))


def test_a_date_under_the_headline_opens_nothing():
    """Names and dates stand above every article."""
    assert not opens(HEADLINE, "Runa Feld", "3 May 2024", *PARAGRAPHS, ruled=(2,))


def test_a_cut_line_between_sentences_opens_nothing():
    """Paragraphs beside a cut line are not loose."""
    assert not opens(HEADLINE, PARAGRAPHS[0], "Advertisement", *PARAGRAPHS[1:], ruled=(2,))


def test_broken_lines_are_recognised():
    """Lines that go on in small letters on the next line were wrapped by a program."""
    wrapped = [part for line in PARAGRAPHS for part in (line[:40].rstrip(), line[40:].lstrip())]
    assert hard_wrapped(Page("\n".join(wrapped)))
    assert not hard_wrapped(Page("\n".join([HEADLINE, *PARAGRAPHS])))


def test_a_page_is_long_and_mostly_loose():
    """Sentences alone make no page, nor does a short list."""
    for lines, paged in (
        (PARAGRAPHS * 20, False),
        (["Menu"] * 40, False),
        ([*PARAGRAPHS, *["Menu"] * 50], True),
    ):
        page = Page("\n".join(lines))
        assert like_a_page(page, loose_lines(page)) == paged
