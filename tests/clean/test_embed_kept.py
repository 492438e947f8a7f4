"""What of the article must not go with the posts of other platforms in it."""

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, SIGNATURE, TIGHT_STORY, around, assert_kept, tight
from ingest.clean import clean


def test_a_post_stops_below_a_paragraph_of_the_article() -> None:
    """A short line of another kind above the last paragraph does not pull that paragraph into the post."""
    lines = ["Get our letters", MIDDLE, "Found it! It was in the piano https://t.co/aB3dE5", SIGNATURE]
    cleaned = clean("\n".join([OPENING, *lines, CLOSING]))
    assert MIDDLE in cleaned.text
    assert cleaned.embeds[0].text == lines[2]


def test_a_byline_with_handle_and_time_is_no_post() -> None:
    """Above the story, a handle and a time belong to its author."""
    text = f"Ada Lind @ada_lind\nA standfirst on the ferry.\n5:12 PM · Mar 3, 2026\n{OPENING}\n{MIDDLE}"
    assert "A standfirst on the ferry." in clean(text).text


def test_a_story_in_the_first_person_keeps_its_short_paragraphs() -> None:
    """Where the author says I, such a line is no sign of a post."""
    opening = "I have taken the ferry to the island every week since my grandmother moved there in the spring of 1998."
    text = "\n\n".join((opening, MIDDLE, "We never missed it.", "No boat today! #orlen", SIGNATURE, CLOSING))
    assert "We never missed it." in clean(text).text


@pytest.mark.parametrize(
    "line",
    [
        "https://orlen.example/ferry",
        "See https://x.com/ada_lind/status/1234567890123",
        "https://x.com/ada_lind",
    ],
)
def test_other_addresses_stay(line: str) -> None:
    """An address in a sentence, of a page or of an account, is no embedded post."""
    assert line in clean(around(line)).text


@pytest.mark.parametrize(
    "line",
    [
        "— Ada Lind (@ada_lind), who runs the site, said she would not take it down.",
        "The account — Hesk Ferries (@heskferries) — was silent on Tuesday.",
        "Her handle (@ada_lind) had been taken over by somebody else in March 2026.",
        "“You can’t sail on a prayer”\n— Harbour master Edda Quill",
    ],
)
def test_names_with_handles_in_the_story_stay(line: str) -> None:
    """A handle in a sentence is no signature, and neither is the author of a saying."""
    assert_kept(around(line))


SPEECH = [
    "“We are fine,” she said.",
    '"Nobody slept," he said.',
    "‘It was dark,’ Lena Ort told the paper.",
    "„Alles ist gut“, sagte sie.",
    "She added that 40 teams were out.",
    "The mayor said the bridge was safe.",
    "Police said the road would open at noon.",
    "Lena Ort told reporters that we should wait!",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "post",
    [["Help is on its way."], ["Breaking: dam bursts"], ["The roof is gone! 😱", "pic.twitter.com/xyz"]],
)
@pytest.mark.parametrize("speech", [*SPEECH, "No one was hurt.", "A man, 40, was hurt."])
def test_a_sentence_of_the_story_above_a_post_stays(speech: str, post: list[str], gap: str) -> None:
    """Quotations, reported speech and plain sentences above a post are no part of it."""
    text = gap.join((OPENING, MIDDLE, speech, *post, SIGNATURE, CLOSING))
    cleaned = clean(text)
    assert cleaned.text == gap.join((OPENING, MIDDLE, speech, CLOSING))
    assert cleaned.embeds[0].text == gap.join(post)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("speech", SPEECH)
def test_speech_right_above_a_signature_stays(speech: str, gap: str) -> None:
    """Where the post's own words are gone, the signature goes alone."""
    cleaned = clean(gap.join((OPENING, MIDDLE, speech, SIGNATURE, CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, speech, CLOSING))


def test_speech_in_the_block_of_a_post_stays() -> None:
    """A line with a speaker ends the post even without a blank line between them."""
    cleaned = clean(around("“We are fine,” she said.\nHelp is on its way.\n" + SIGNATURE))
    assert cleaned.text == around("“We are fine,” she said.")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "A post shared by the ferry company on Friday made matters worse.",
        "A post shared by @porthesk on Friday was gone an hour later.",
        "A post shared by Port Hesk on May 3 brought two hundred helpers to the quay",
        "Posted by her brother on Sunday, the video shows the crack from below.",
        "Post by post, they carried the old jetty away in March 2026.",
        "♬ Oh ferry, my ferry, bring the sailors home",
        "This post was deleted after an hour, and the man who wrote it was removed from the crew",
    ],
)
def test_sentences_that_open_like_a_post_stay(line: str, gap: str) -> None:
    """After the author, only a date may follow; a note sign needs somebody whose sound it is."""
    assert_kept(gap.join((OPENING, MIDDLE, line, CLOSING)))


def test_a_picture_s_line_does_not_take_the_paragraph_above() -> None:
    """A post that is an address alone ends below the article's last paragraph."""
    cleaned = clean(tight("pic.twitter.com/Zz9yX8", SIGNATURE))
    assert cleaned.text == TIGHT_STORY
