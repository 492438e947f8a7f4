"""Posts of other platforms: where they start, what they say, and what of the article must not go with them."""

from datetime import date

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, STORY, around, assert_kept
from ingest.clean import clean

SIGNATURE = "— Ada Lind (@ada_lind) March 3, 2026"


def tight(*posts: str) -> str:
    """The story without blank lines, with the posts' lines after its second paragraph."""
    return "\n".join((OPENING, MIDDLE, *posts, CLOSING))


TIGHT_STORY = tight()


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


def test_a_post_stops_below_a_paragraph_of_the_article() -> None:
    """A short line of another kind above the last paragraph does not pull that paragraph into the post."""
    lines = ["Get our letters", MIDDLE, "Found it! It was in the piano https://t.co/aB3dE5", SIGNATURE]
    cleaned = clean("\n".join([OPENING, *lines, CLOSING]))
    assert MIDDLE in cleaned.text
    assert cleaned.embeds[0].text == lines[2]


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


@pytest.mark.parametrize(
    "line", ["“No boat today,” the mayor said. #orlen", "Nobody told us about the boat.", "What a morning!"]
)
def test_a_post_that_quotes_or_complains_goes(line: str) -> None:
    """A tag, or somebody who speaks of themselves, shows that the words are the post's own."""
    assert clean(tight(line, SIGNATURE)).text == TIGHT_STORY
