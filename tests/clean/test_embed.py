"""Posts of other platforms: where they start, where they end, and what they say."""

from datetime import date

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, SIGNATURE, STORY, TIGHT_STORY, around, tight
from ingest.clean import clean


@pytest.mark.parametrize(
    "post",
    [
        ["The ferry is stuck again. Bring a book. #orlen https://t.co/aB3dE5 pic.twitter.com/Zz9yX8"],
        ["Wow!", "A whole morning in the queue and nobody tells us anything. #orlen"],
        [
            "Wow!",
            "Look at this crack.",
            "I could put my hand in.",
            "Nobody is sailing today pic.twitter.com/Zz9yX8",
        ],
        ["BREAKING: ferry stopped", "", "https://t.co/aB3dE5"],
        ["“No boat today” – Hesk Tribune #ferry https://t.co/aB3dE5"],
    ],
)
def test_a_post_goes_with_exactly_its_own_lines(post: list[str]) -> None:
    """One to four lines before the signature are the post; both paragraphs around it stay."""
    text = tight(*post, SIGNATURE)
    cleaned = clean(text)
    assert cleaned.text == TIGHT_STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.author, embed.handle) == ("x", "Ada Lind", "ada_lind")
    assert embed.posted_on == date(2026, 3, 3)
    assert embed.text == "\n".join(post)
    assert text[embed.start : embed.stop].endswith(SIGNATURE)


def test_two_posts_in_a_row() -> None:
    """Each post is an embed of its own, the second starts where the first ends."""
    first = ["What a morning! #orlen", "— Ada Lind (@ada_lind) March 3, 2026"]
    second = ["Same here", "No boat, no bus https://t.co/aB3dE5", "— Piet (@piet77) March 4, 2026"]
    cleaned = clean(tight(*first, *second))
    assert cleaned.text == TIGHT_STORY
    assert [(embed.handle, embed.text) for embed in cleaned.embeds] == [
        ("ada_lind", first[0]),
        ("piet77", "\n".join(second[:2])),
    ]
    assert cleaned.embeds[1].urls == ("https://t.co/aB3dE5",)


def test_a_block_between_blank_lines_is_the_post() -> None:
    """Where blank lines set paragraphs off, the block with the signature goes and nothing else."""
    block = "We are still waiting on the quay\nand it is getting cold\n" + SIGNATURE
    cleaned = clean(around(block))
    assert cleaned.text == STORY
    assert cleaned.embeds[0].text == "We are still waiting on the quay\nand it is getting cold"


def test_a_post_without_blank_lines_keeps_the_line_that_introduces_it() -> None:
    """A line that ends with a colon belongs to the article."""
    intro = "One commuter wrote on the network:"
    cleaned = clean(tight(intro, "No boat! #orlen", SIGNATURE))
    assert cleaned.text == tight(intro)


def test_a_post_and_its_signature_in_one_line() -> None:
    """Words and signature in one line are one embed."""
    cleaned = clean(around("No boat today! pic.twitter.com/Zz9yX8 " + SIGNATURE))
    assert cleaned.text == STORY
    assert cleaned.embeds[0].text == "No boat today! pic.twitter.com/Zz9yX8"


@pytest.mark.parametrize(
    ("signature", "platform", "handle", "day"),
    [
        ("— Ada (@ada) 3 March 2026", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada) 3. März 2026", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada) 3 mars 2026", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada) 3 de marzo de 2026", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada) 12:30 PM - 3 Mar 2026", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada) 2026年3月3日", "x", "ada", date(2026, 3, 3)),
        ("— Ada (@ada)", "x", "ada", None),
        (
            "— Ada (@ada.example.social) March 3, 2026 at 9:14 PM",
            "bluesky",
            "ada.example.social",
            date(2026, 3, 3),
        ),
        ("— Ada (@ada@posts.example) March 3, 2026", "mastodon", "ada@posts.example", date(2026, 3, 3)),
    ],
)
def test_signatures(signature: str, platform: str, handle: str, day: date | None) -> None:
    """Platform, handle and date are read from signatures in many forms and languages."""
    cleaned = clean(around("No boat today! #orlen\n" + signature))
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.handle, embed.posted_on) == (platform, handle, day)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Ada Lind",
            "@ada_lind",
            "·",
            "Follow",
            "No boat today, and no bus.",
            "5:12 PM · Mar 3, 2026",
            "120",
            "Reply",
            "Copy link",
        ],
        ["Ada Lind @ada_lind", "No boat today, and no bus.", "17:12 - 3 Mar 2026"],
        ["@ada_lind", "No boat today, and no bus.", "Mar 3, 2026 · 5:12 PM UTC", "3 Quotes", "1.2K Likes"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_post_between_handle_and_time_stamp(lines: list[str], gap: str) -> None:
    """Name, handle, buttons, time and counters are the post's own lines; its words are kept."""
    cleaned = clean(gap.join((OPENING, MIDDLE, *lines, CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, CLOSING))
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.handle, embed.posted_on) == ("x", "ada_lind", date(2026, 3, 3))
    assert embed.text == "No boat today, and no bus."


def test_a_signature_without_its_dash() -> None:
    """Name, handle and date as a whole line are a signature too; in a sentence they are not."""
    cleaned = clean(tight("No boat today!", "Ada Lind (@ada_lind) March 3, 2026"))
    assert cleaned.text == TIGHT_STORY
    assert cleaned.embeds[0].text == "No boat today!"
    sentence = "Ada Lind (@ada_lind) has run the ferry since March 3, 2006"
    assert sentence in clean(tight(sentence)).text


def test_a_post_in_several_paragraphs() -> None:
    """In a report that speaks of others, short lines that speak to the reader belong to the post below them."""
    post = [
        "We stop sailing tonight.",
        "Please take the bus instead.",
        "Thank you for waiting! pic.twitter.com/Zz9yX8",
    ]
    cleaned = clean("\n\n".join((OPENING, MIDDLE, *post, SIGNATURE, CLOSING)))
    assert cleaned.text == "\n\n".join((OPENING, MIDDLE, CLOSING))
    assert cleaned.embeds[0].text == "\n\n".join(post)


@pytest.mark.parametrize(
    ("address", "platform", "handle"),
    [
        ("https://twitter.com/ada_lind/status/1234567890123", "x", "ada_lind"),
        ("https://x.com/ada_lind/status/1234567890123?s=20", "x", "ada_lind"),
        ("https://www.youtube.com/watch?v=Zz9yX8aB3dE", "youtube", None),
        ("https://www.instagram.com/p/Zz9yX8aB3dE/", "instagram", None),
        ("https://www.tiktok.com/@ada.lind/video/1234567890123", "tiktok", "ada.lind"),
        ("https://bsky.app/profile/ada.example/post/3kabc", "bluesky", "ada.example"),
    ],
)
def test_a_line_that_is_the_address_of_a_post(address: str, platform: str, handle: str | None) -> None:
    """The address of a post in a line of its own is where the page showed it; it is kept as a row."""
    cleaned = clean(around(address))
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.handle, embed.urls) == (platform, handle, (address,))


def test_words_above_a_facebook_signature_go_with_it() -> None:
    """What speaks to readers right above the signature is the post."""
    cleaned = clean(
        around("We stop sailing tonight. Thank you all!\n\nPosted by Port Hesk on Tuesday, March 3, 2026")
    )
    assert cleaned.text == STORY
    assert cleaned.embeds[0].text == "We stop sailing tonight. Thank you all!"


def test_instagram() -> None:
    """From `View this post on Instagram` to the line of the person who shared it."""
    cleaned = clean(around("View this post on Instagram\n\nA post shared by Port Hesk (@porthesk)"))
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.author, embed.handle) == ("instagram", "Port Hesk", "porthesk")


def test_facebook() -> None:
    """A line that says who posted when is what an embedded post leaves behind."""
    cleaned = clean(around("Posted by Port Hesk Lifeboat on Tuesday, March 3, 2026"))
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.author, embed.posted_on) == (
        "facebook",
        "Port Hesk Lifeboat",
        date(2026, 3, 3),
    )


def test_tiktok() -> None:
    """Handle, caption and sound are one embed."""
    cleaned = clean(around("@porthesk\nNo boat today #ferry\n♬ original sound - Port Hesk"))
    assert cleaned.text == STORY
    (embed,) = cleaned.embeds
    assert (embed.platform, embed.handle, embed.text) == ("tiktok", "porthesk", "No boat today #ferry")


@pytest.mark.parametrize("line", ["Watch this video on YouTube", "View on Threads", "[image or embed]"])
def test_residue_goes(line: str) -> None:
    """What players and posts leave behind is cut."""
    assert clean(around(line)).text == STORY


@pytest.mark.parametrize(
    "line", ["“No boat today,” the mayor said. #orlen", "Nobody told us about the boat.", "What a morning!"]
)
def test_a_post_that_quotes_or_complains_goes(line: str) -> None:
    """A tag, or somebody who speaks of themselves, shows that the words are the post's own."""
    assert clean(tight(line, SIGNATURE)).text == TIGHT_STORY


@pytest.mark.parametrize(
    "line",
    [
        "A post shared by Port Hesk (@porthesk) on May 3",
        "Ein Beitrag geteilt von Port Hesk (@porthesk) am 3. Mai 2026 um 9:14 Uhr",
        "A post shared by Port Hesk (@porthesk) on Mar 3, 2026 at 5:12pm PST",
        "♬ Row on - The Oarsmen",
        "This video is no longer available.",
        "This post was deleted by its author",
    ],
)
def test_lines_that_end_a_post_go(line: str) -> None:
    """Author and date, a sound with its author, or a notice that nothing is left: no part of the story."""
    assert clean(around(line)).text == STORY
