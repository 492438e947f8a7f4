"""Posts that the page's markup named."""

import pytest

from clean_story import CLOSING, OPENING, STORY, around
from ingest.clean import clean
from ingest.model import Embed


def post(text: str) -> Embed:
    return Embed(None, None, "threads", author="Ada Lind", handle="ada", text=text)


def test_a_named_post_is_found_and_cut() -> None:
    """The post's words are cut wherever they stand, white space aside."""
    text = around("No boat   today,\nand none tomorrow, they say.")
    cleaned = clean(text, [post("No boat today, and none tomorrow, they say.")])
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert text[embed.start : embed.stop] == "No boat   today,\nand none tomorrow, they say."
    assert embed.platform == "threads"


def test_the_signature_below_goes_with_it() -> None:
    """The signature line under the words belongs to the post, and the post comes once."""
    text = around("No boat today, and none tomorrow.\n— Ada Lind (@ada) March 3, 2026")
    cleaned = clean(text, [post("No boat today, and none tomorrow.")])
    assert cleaned.text == STORY
    assert len(cleaned.embeds) == 1


def test_a_post_that_is_not_in_the_text() -> None:
    """It comes back without offsets, and nothing is cut."""
    cleaned = clean(STORY, [post("Words that the extraction left out.")])
    assert cleaned.text == STORY
    assert [(embed.start, embed.stop) for embed in cleaned.embeds] == [(None, None)]


def test_a_very_short_post_is_not_looked_up() -> None:
    """`Wow!` could be a word of the story."""
    cleaned = clean(f"{OPENING}\n\nWow!\n\n{CLOSING}", [post("Wow!")])
    assert "Wow!" in cleaned.text


def test_equal_posts_take_successive_places() -> None:
    """The same words twice are found twice."""
    words = "The ferry is out of service."
    text = f"{OPENING}\n\n{words}\n\n{CLOSING}\n\n{words}"
    cleaned = clean(text, [post(words), post(words)])
    assert cleaned.text == f"{OPENING}\n\n{CLOSING}"


def shared(text: str) -> Embed:
    """A post of Instagram as its markup names it."""
    address = "https://www.instagram.com/p/Q1/"
    return Embed(None, None, "instagram", author="Ida Fenn", handle="idafenn", text=text, urls=(address,))


CAPTION = "Night shift at the quay, cold hands all round"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("View this post on Instagram\n\nA post shared by Ida Fenn (@idafenn)", ""),
        (f"View this post on Instagram\n\n{CAPTION}\n\nA post shared by Ida Fenn (@idafenn)", CAPTION),
        (f"{CAPTION}\n\nView this post on Instagram\n\nA post shared by Ida Fenn (@idafenn)", CAPTION),
        (f"{CAPTION}\n\nA post shared by Ida Fenn (@idafenn)", CAPTION),
    ],
)
def test_service_lines_go_with_the_post(lines: str, words: str) -> None:
    """The lines around a post's words belong to it, and the post comes once."""
    text = around(lines)
    cleaned = clean(text, [shared(words)])
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.handle, embed.text, embed.urls) == ("idafenn", words, shared("").urls)
    assert text[embed.start : embed.stop] == lines


def test_another_post_of_the_same_author_stays_missing() -> None:
    """Posts with different words are two posts."""
    text = around("Fog over the bay #orlen\n— Ada Lind (@ada) March 3, 2026")
    other = Embed(None, None, "x", handle="ada", text="Words that the extraction left out.")
    cleaned = clean(text, [other])
    assert cleaned.text == STORY
    assert [embed.start is None for embed in cleaned.embeds] == [False, True]
