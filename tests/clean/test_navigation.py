"""Menus, share bars and buttons go; lists and subheadings of the story stay."""

import pytest

from clean_story import STORY, around, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Home > News > World",
        "Startseite » Politik » Ausland",
        "Share on Facebook",
        "Share Tweet Email Print",
        "Facebook | X | WhatsApp | E-Mail",
        "Click to share on WhatsApp (Opens in new window)",
        "Teilen auf Facebook",
        "Back to top",
        "Next article",
        "Noticia anterior",
        "Print this article",
        "Tags: ferry, harbour, Port Hesk",
        "Page 2 of 3",
        "Zum Inhalt springen",
        "ページトップへ",
    ],
)
def test_ways_around_the_site_go(line: str) -> None:
    """A button, a path or a bar of buttons is cut."""
    assert_cut(around(line), "navigation")


def test_a_menu_on_top_goes() -> None:
    """A stretch of section names and buttons is cut, with the unknown short lines among them."""
    menu = "Skip to content\nHome\nNews\nPort Hesk\nPolitics\nBusiness\nBay Life\nSports\nOpinion\nLog in\n\n"
    cleaned = clean(menu + STORY)
    assert cleaned.text == STORY
    assert "nav-menu" in {cut.rule for cut in cleaned.cuts}


@pytest.mark.parametrize("subheading", ["Politics", "Business", "Home", "Facebook", "The welders"])
def test_a_lone_section_name_stays(subheading: str) -> None:
    """The name of a section between two paragraphs may be a subheading of the story."""
    assert_kept(around(subheading))


def test_a_list_of_results_stays() -> None:
    """Names and numbers in short lines are a table of results, not a menu."""
    table = "\n".join(f"{place}\nRower {place}\n{20 + place}.{place}" for place in range(1, 12))
    assert_kept(around(table))


def test_a_list_of_sports_and_places_stays() -> None:
    """Two known words among many unknown ones do not make a menu."""
    assert_kept(
        around("Orlen\nPort Hesk\nTarrow\nBusiness\nLisk\nUnder Wold\nSports\nFar Wold\nNear Wold\nQuay")
    )


@pytest.mark.parametrize(
    "line",
    [
        "– Share on Facebook what you like, he told the class, but never a picture of somebody else.",
        "Home is where the harbour is, goes the saying in Orlen.",
        "Back to top form, the rowers of Tarrow won by three lengths.",
        "Print this article of faith on every wall, the painter demanded.",
    ],
)
def test_sentences_with_button_words_stay(line: str) -> None:
    """A sentence that opens with the words of a button stays."""
    assert_kept(below(line))


def test_an_item_of_a_list_is_no_button() -> None:
    """A word of a menu among other things that the story lists stays."""
    items = "- Market stalls\n- Social media\n- Posters in the harbour\n- Letters to all houses"
    assert_kept(around(items))


@pytest.mark.parametrize("line", ["4.8/5.0", "3 of 10", "settings.", "save."])
def test_scores_and_ends_of_sentences_stay(line: str) -> None:
    """A score is no counter of slides, and a small letter with a full stop ends a sentence."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    "line",
    ["388 votes", "Share prices rise", "Share price: 98p", "Share the road", "Folgen", "Recherche", "Inicio"],
)
def test_words_that_are_buttons_elsewhere_stay(line: str) -> None:
    """A result, a price, a subheading: alone between paragraphs they are the story's."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    "line", ["FacebookTwitterWhatsAppEmail", "#orlen #ferry #harbour", "分享到：微信 微博", "شارك على فيسبوك"]
)
def test_names_of_networks_and_hashtags_go(line: str) -> None:
    """Buttons that lost the space between them, lists of hashtags, share lines of other scripts."""
    assert_cut(around(line), "navigation")
