"""Where a post starts, when only its last line says that it is one."""

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, SIGNATURE
from ingest.clean import clean

LAYOUTS = {"tight": ("\n", "\n"), "loose": ("\n\n", "\n\n"), "block": ("\n\n", "\n")}
SHORT_LINES = [
    ["What a morning.", "The ferry is dry again."],
    ["First the crack.", "Then the fog.", "Then the queue."],
    ["Proud of this crew", "#orlen #ferry"],
    ["Was für ein Morgen!", "Die Fähre fährt."],
    ["Thread:", "1. They found a crack", "2. They lost the key", "Make it stop"],
    ["New timetable here:", "Boats at 6, 9 and 12", "https://t.co/aB3dE5"],
    ["A good day for dry feet and boats.", "A bad day for the old hull.", "Cheers."],
    ["What a morning.", "Boat is coming.", "Bus out", "Thank you all!", "#orlen"],
]
STORY_LINES = [
    "Reaction",
    "What the crew wants",
    "- a new hull",
    "2. Edda Quill, harbour master",
    "Quill 12, Quill 40",
    "Nobody was hurt!",
    "It snowed all morning.",
    "Q: Were you afraid?",
    "A: Never.",
    "Length: 40 metres",
    "Here is what people wrote:",
    "Others were furious.",
    "Sie ging nach Hause.",
    "Elle est partie.",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("post", SHORT_LINES)
def test_a_post_of_short_lines_goes_whole(post: list[str], layout: str) -> None:
    """Below paragraphs of a report, short lines above a signature are the post, with or without a sign."""
    gap, within = LAYOUTS[layout]
    cleaned = clean(gap.join((OPENING, MIDDLE, within.join((*post, SIGNATURE)), CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, CLOSING))
    assert cleaned.embeds[0].text == within.join(post)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("post", [["Did you see that?"], *SHORT_LINES[:4]])
@pytest.mark.parametrize("line", STORY_LINES)
def test_a_short_line_of_the_story_above_a_post_stays(line: str, post: list[str], layout: str) -> None:
    """Subheadings, items, questions, labels and reports of the past are the story's, though they are short."""
    gap, within = LAYOUTS[layout]
    cleaned = clean(gap.join((OPENING, MIDDLE, line, within.join((*post, SIGNATURE)), CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, line, CLOSING))
    assert cleaned.embeds[0].text == within.join(post)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_story_in_short_paragraphs_keeps_them(gap: str) -> None:
    """Where the article itself writes short sentences as paragraphs, only a sign makes a post longer."""
    lines = (OPENING, "The quay is quiet.", "The crack is long.", MIDDLE, "The gulls stay.")
    text = gap.join((*lines, "No boat today #orlen", SIGNATURE, CLOSING))
    assert clean(text).text == gap.join((*lines, CLOSING))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_post_between_its_marker_and_the_paragraph(gap: str) -> None:
    """What stands for a picture is not the post's words: they stand above it."""
    signature = "— Ada (@ada.example.social) March 3, 2026 at 9:14 PM"
    cleaned = clean(gap.join((OPENING, MIDDLE, "What a morning.", "[image or embed]", signature, CLOSING)))
    assert cleaned.text == gap.join((OPENING, MIDDLE, CLOSING))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "The boats are not insured for this.",
        "Readers are not amused.",
        "Is the quay safe?",
        "“It is a start.”",
    ],
)
def test_a_sentence_that_leads_to_a_post_stays(line: str, gap: str) -> None:
    """A whole sentence, one about those who react, a question as a subheading, a quotation: not the post's."""
    text = gap.join((OPENING, MIDDLE, line, "Dry feet at last.", SIGNATURE, CLOSING))
    assert clean(text).text == gap.join((OPENING, MIDDLE, line, CLOSING))
