"""Labels of advertisements go; sentences about advertisements stay."""

import pytest

from clean_story import STORY, around, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Advertisement - story continues below",
        "[Advertisement]",
        "Sponsored",
        "Promoted",
        "Article continues after ad",
        "Scroll to continue with content",
        "Story continues below",
        "Anzeige",
        "Der Artikel wird nach der Anzeige fortgesetzt",
        "Publicidad",
        "La noticia continúa después de la publicidad",
        "La suite après cette publicité",
        "Het artikel gaat verder onder de advertentie",
        "Reklama",
        "広告",
        "This advertisement has not loaded yet.",
        "Sponsored by Tarrow Savings Bank",
    ],
)
def test_labels_of_advertisements_go(line: str) -> None:
    """A line that only labels an advertisement is cut wherever it stands."""
    assert_cut(around(line), "advertisement")


@pytest.mark.parametrize(
    "line",
    [
        "“The advertisement was in the window for a year,” she said, “and nobody ever asked about it.”",
        "The council paid for an advertisement in three papers before anyone applied.",
        "Advertisement of the post begins in May, the clerk said.",
        "An ad for the ferry had promised a crossing every hour.",
        "Sponsored by nobody, the club still sent eleven players to the cup.",
        "Werbung darf künftig nicht mehr an Schulen hängen, beschloss der Rat am Montag.",
    ],
)
def test_sentences_about_advertisements_stay(line: str) -> None:
    """Prose that mentions advertising is part of the story."""
    assert_kept(around(line))


def test_a_lone_short_word_stays() -> None:
    """`Ads` alone between paragraphs could be a subheading of the story."""
    assert_kept(around("Ads"))


def test_a_short_word_goes_in_company() -> None:
    """`Ad` among other page furniture is cut with it."""
    assert clean(below("Share this article", "Ad", "Back to top")).text == STORY


@pytest.mark.parametrize(
    "line",
    [
        "We earn a commission when you buy through links on this page.",
        "We have noticed that you are using an ad blocker. Please switch it off.",
        "Promoted stories from Plankton",
    ],
)
def test_commissions_and_blockers_go(line: str) -> None:
    """What a site says of its income is no story."""
    assert_cut(around(line), "advertisement")


def test_a_report_about_blockers_stays() -> None:
    """The same words in a statement about others are the story's."""
    assert_kept(around("It seems that every second reader in Orlen uses an ad blocker, the study found."))
