"""What holds for every text: exact spans, order, the story first."""

from hypothesis import given
from hypothesis import strategies as st

from clean_story import CLOSING, OPENING, STORY, below
from ingest.clean import clean
from ingest.model import KINDS, Cleaned, Embed

PIECES = st.sampled_from(
    [
        OPENING,
        CLOSING,
        "- Advertisement -",
        "Advertisement",
        "© 2025 Orlen Observer. All rights reserved.",
        "0 Comments",
        "Most read",
        "Ferry crew finds crack",
        "— Ada Lind (@ada_lind) March 3, 2026",
        "Wow! #orlen https://t.co/aB3dE5",
        "View this post on Instagram",
        "A post shared by Port Hesk (@porthesk)",
        "@porthesk ♬ original sound",
        "4.2 C",
        "Monday, March 2, 2026",
        "Home",
        "News",
        "Share on Facebook",
        "Photo: Ina Marsh",
        "İstanbul ﬁne print ẞ",
        "\u200b",
        "",
        " ",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", "\u2029", "\x0b", "\x85", "\t", " ", "\n \n", "\r"])
PAGES = st.lists(st.tuples(PIECES, BREAKS)).map(lambda pairs: "".join(a + b for a, b in pairs))


def rebuilt(text: str, cleaned: Cleaned) -> str:
    """The extracted text put together again from the clean text and the cuts."""
    parts, at, used = [], 0, 0
    for cut in cleaned.cuts:
        kept = cut.start - at
        parts += [cleaned.text[used : used + kept], text[cut.start : cut.stop]]
        used, at = used + kept, cut.stop
    return "".join([*parts, cleaned.text[used:]])


def check(text: str, cleaned: Cleaned) -> None:
    at = 0
    for cut in cleaned.cuts:
        assert at <= cut.start < cut.stop <= len(text)
        assert cut.kind in KINDS
        assert cut.rule
        assert cut.reason.endswith((".", "”"))
        at = cut.stop
    assert rebuilt(text, cleaned) == text
    for embed in cleaned.embeds:
        assert embed.start is not None
        assert embed.stop is not None
        assert 0 <= embed.start < embed.stop <= len(text)


@given(st.text())
def test_any_text_is_rebuilt(text: str) -> None:
    """Clean text and cuts give the text back; spans are sorted and apart; nothing raises."""
    check(text, clean(text))


@given(PAGES)
def test_any_page_is_rebuilt(text: str) -> None:
    """The same for pages made of boilerplate, story and every kind of line break."""
    check(text, clean(text))


@given(PAGES)
def test_a_text_with_words_keeps_words(text: str) -> None:
    """Cleaning never leaves a text that had words without any."""
    if any(mark.isalnum() for mark in text):
        assert any(mark.isalnum() for mark in clean(text).text)


@given(PAGES, st.lists(PIECES, max_size=3))
def test_marked_posts_keep_the_text_whole(text: str, posts: list[str]) -> None:
    """Posts from the markup are cut exactly, too, and each of them comes back once."""
    embeds = [Embed(None, None, "x", text=post) for post in posts]
    cleaned = clean(text, embeds)
    assert rebuilt(text, cleaned) == text
    assert sum(embed.platform == "x" for embed in cleaned.embeds) >= sum(not post.strip() for post in posts)


def test_cleaning_a_clean_story_again_changes_nothing() -> None:
    """The clean text of a dirty story is clean."""
    once = clean(below("Share on Facebook", "0 Comments", "© 2025 Orlen Observer. All rights reserved.")).text
    assert once == STORY
    assert clean(once).cuts == ()


def test_boilerplate_alone_is_kept() -> None:
    """A text that would lose every word is misjudged, and stays."""
    assert clean("Advertisement\n\nShare on Facebook").text == "Advertisement\n\nShare on Facebook"


def test_nothing_to_cut_is_unchanged() -> None:
    """Odd white space stays where nothing is cut."""
    text = f"  {OPENING}\r\n\r\n\r\n\t{CLOSING} \n\n"
    assert clean(text).text == text


def test_windows_line_breaks() -> None:
    """Cuts take whole lines of a text with carriage returns."""
    assert (
        clean(f"{OPENING}\r\n\r\nAdvertisement\r\n\r\n{CLOSING}\r\n").text
        == f"{OPENING}\r\n\r\n{CLOSING}\r\n"
    )


def test_long_inputs_take_linear_work() -> None:
    """Megabytes of hostile lines pass: no expression backtracks without end."""
    hostile = [
        "share " * 60,
        "x " * 200,
        "updated " + "ab" * 150,
        "posted by" + "a1" * 150,
        "— " + "(@" * 150,
        "@" * 400,
        "© " * 200,
        "photo by " * 40,
        "tags: " + "a, " * 130,
        "published 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 !",
        "facebook" * 50,
        "A" + " B" * 200 + " is",
        "(" * 400,
        "a/" * 200 + "!",
        "$1 - " * 80,
        "by signing " * 38,
        "—  (@a) " + "1 " * 30,
    ]
    text = "\n".join(hostile * 60) + "\n" + STORY * 2000
    check(text, clean(text))
