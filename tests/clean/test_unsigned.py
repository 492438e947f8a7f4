"""Posts that close without a signature, or with a signature that a page has broken up."""

from datetime import date

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, assert_kept
from ingest.clean import clean

GAPS = ["\n", "\n\n"]


def taken(gap: str, *lines: str) -> tuple[str, str | None, date | None, str]:
    """Network, handle, day and words of the only post, once exactly `lines` have gone from the story."""
    cleaned = clean(gap.join((OPENING, MIDDLE, *lines, CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, CLOSING))
    (embed,) = cleaned.embeds
    return embed.platform, embed.handle, embed.posted_on, embed.text


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("No boat today, and no bus.— Ada Lind (@ada_lind) March 3, 2026",), date(2026, 3, 3)),
        (("No boat today, and no bus.", "— Ada Lind (@ada_lind)", "March 3, 2026"), date(2026, 3, 3)),
        (("No boat today, and no bus.", "— Ada Lind (@ada_lind) ٣ مارس ٢٠٢٦"), date(2026, 3, 3)),
        (("Ada Lind", "@ada_lind", "·", "Mar 3", "No boat today, and no bus."), None),
        (("Ada Lind", "@ada_lind · Mar 3, 2026", "No boat today, and no bus."), date(2026, 3, 3)),
        (("Ada Lind @ada_lind No boat today, and no bus. 5:12 PM · Mar 3, 2026",), date(2026, 3, 3)),
    ],
)
def test_layouts_of_a_signature(lines: tuple[str, ...], day: date | None, gap: str) -> None:
    """Glued to the words, broken in two, with other digits, or above the words: it is the post's."""
    assert taken(gap, *lines) == ("x", "ada_lind", day, "No boat today, and no bus.")


@pytest.mark.parametrize("gap", GAPS)
def test_a_picture_s_address_closes_a_post(gap: str) -> None:
    """A line that ends with the address of a picture is a post, and so are the short lines above it."""
    post = ("What a morning!", "The quay at six pic.twitter.com/Zz9yX8")
    assert taken(gap, *post) == ("x", None, None, gap.join(post))


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Ferry stuck, day three", "by u/oarlock in r/orlen"),
        ("Ferry stuck, day three by u/oarlock in orlen",),
        ("Ferry stuck, day three", "Comment by u/oarlock from discussion in orlen"),
    ],
)
def test_reddit(lines: tuple[str, ...], gap: str) -> None:
    """Title and credit are one embed."""
    assert taken(gap, *lines) == ("reddit", "oarlock", None, "Ferry stuck, day three")


@pytest.mark.parametrize("gap", GAPS)
def test_a_player_s_link_in_two_lines(gap: str) -> None:
    """`Watch on` and the network's name below it go."""
    text = gap.join((OPENING, MIDDLE, "Watch on", "YouTube", CLOSING))
    assert clean(text).text == gap.join((OPENING, MIDDLE, CLOSING))


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize(
    "lines",
    [
        ("The mayor said it was enough.", "by u/oarlock in r/orlen"),
        ("The quay fell silent, he said.", "pic.twitter.com/Zz9yX8"),
    ],
)
def test_speech_of_the_story_above_stays(lines: tuple[str, ...], gap: str) -> None:
    """A line in which the article lets somebody speak is no title and no words of a post."""
    cleaned = clean(gap.join((OPENING, MIDDLE, *lines, CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, lines[0], CLOSING))


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Watch on", "Keep the light in sight"),
        ("YouTube",),
        ("The account @ada_lind fell silent at 5:12 PM on Mar 3, 2026.",),
        ("Follow the crew", "@ada_lind", "The harbour office answers letters on Fridays."),
        ("She signed it — Ada Lind (@ada_lind)-style, as her crew likes to say.",),
    ],
)
def test_lines_of_the_story_with_handles_and_networks_stay(lines: tuple[str, ...], gap: str) -> None:
    """Half of a layout is none."""
    assert_kept(gap.join((OPENING, MIDDLE, *lines, CLOSING)))


@pytest.mark.parametrize("gap", GAPS)
def test_a_caption_above_the_line_of_who_shared_it(gap: str) -> None:
    """With or without a date below it, a caption with tags goes; the paragraph above it stays."""
    post = ("Bring soup.", "#ferry #orlen", "A post shared by Port Hesk (@porthesk)")
    assert taken(gap, *post) == ("instagram", "porthesk", None, gap.join(post[:2]))
    assert taken(gap, post[2]) == ("instagram", "porthesk", None, "")
