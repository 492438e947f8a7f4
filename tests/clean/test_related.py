"""Pointers to other articles go; the same words inside a story stay."""

import pytest

from clean_story import CLOSING, MIDDLE, OPENING, STORY, around, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    "line",
    [
        "Must read",
        "SEE ALSO: The last lamplighter of Port Hesk. He still climbs every pole",
        "READ MORE: Bakers want the night back",
        "Related: How the bay got its name",
        "Read also – Bridge toll to rise in May",
        "LESEN SIE AUCH: Brücke bleibt gesperrt",
        "À lire aussi : Le pont reste fermé",
        "Lee también: El puente sigue cerrado",
        "Czytaj też: Most nadal zamknięty",
        "Source link",
        "More articles",
        "Latest article",
        "You may also like",
        "Mehr zum Thema",
        "More from Port Hesk:",
    ],
)
def test_pointers_go(line: str) -> None:
    """A heading or a whole line that points to another article is cut."""
    assert_cut(around(line), "related")


def test_a_rail_at_the_end_goes_with_its_headlines() -> None:
    """Headlines under `Most read` go to the end of the text."""
    text = below("Most read", "Baker finds ring in loaf after nine years", "Who owns the fog over the bay?")
    assert_cut(text, "related")


def test_a_rail_in_the_middle_ends_with_the_blank_line() -> None:
    """A tight list between paragraphs goes whole, and nothing after it."""
    rail = "More on this story\nBus drivers get new winter coats\nIce rink to close a week early"
    assert_cut(around(rail), "related")


def test_a_subheading_below_a_rail_heading_stays() -> None:
    """In the middle of a text, a line between a rail's heading and a paragraph may be the story's own."""
    text = f"{OPENING}\n\nMust read\n\nThe welders' long night\n\n{MIDDLE}\n\n{CLOSING}"
    cleaned = clean(text)
    assert cleaned.text == f"{OPENING}\n\nThe welders' long night\n\n{MIDDLE}\n\n{CLOSING}"


@pytest.mark.parametrize(
    "line",
    [
        "Must-read novels of the year fill two shelves in the harbour library.",
        "The two cases are related: both boats came from the same yard.",
        "“See also: my mother’s letters,” the note said, and Quill went to look for them.",
        "Read more books, the teacher told the class, and most of them did.",
        "Recommended speeds for the bay have been halved, the office said.",
    ],
)
def test_the_words_in_a_story_stay(line: str) -> None:
    """The same words as part of a sentence stay."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    "headline", ["WATCH: Ferry crew finds crack in hull", "Must-read novels of the year"]
)
def test_a_headline_stays(headline: str) -> None:
    """The first line of a text is a headline even when it opens like a pointer."""
    assert_kept(f"{headline}\n\n{STORY}")


@pytest.mark.parametrize("line", ["Video: 4K/30p with no crop", "Video: Full HD at 120p"])
def test_what_a_camera_can_do_is_no_link(line: str) -> None:
    """A line of a data sheet opens like a pointer to a video."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    ("heading", "paragraphs"),
    [
        (
            "関連記事",
            ["港の灯台は昨年の冬に消えた。修理は春まで続く。", "漁師たちは自分で明かりをともしている。"],
        ),
        ("続きを読む", ["港の灯台は昨年の冬に消えた。", "「夜の海は暗い」と船長は話した。"]),
        ("相关新闻", ["港口的灯塔去年冬天熄灭了。", "渔民们现在自己点灯。"]),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_paragraphs_of_scripts_without_spaces_are_no_headlines(
    heading: str, paragraphs: list[str], gap: str
) -> None:
    """A paragraph that closes with a full stop of its own script ends the list."""
    text = gap.join([OPENING, heading, *paragraphs * 8])
    assert clean(text).text == gap.join([OPENING, *paragraphs * 8])


@pytest.mark.parametrize(
    "words",
    [
        ["“We sold the boat,” said the widow, “and bought a cow!”", "“Nobody asked me,” her son replied."],
        ["“A boat is a promise to the weather”"],
        ["«Nous avons vendu le bateau», a dit la veuve"],
        ["„Wir haben das Boot verkauft“, sagte die Witwe"],
        ["The rope is wet, the night is long", "and nobody has come from shore"],
    ],
)
@pytest.mark.parametrize("heading", ["Read more", "Recommended", "Most read"])
def test_somebodys_words_are_no_headlines(heading: str, words: list[str]) -> None:
    """Quotations and verses below a heading are the story's own."""
    cleaned = clean("\n\n".join([STORY, heading, *words]))
    assert cleaned.text.rstrip() == "\n\n".join([STORY, *words])


@pytest.mark.parametrize(
    "subheading",
    [
        "Más de 30 barcos",
        "Plus de bateaux que de places",
        "More in sorrow than in anger",
        "More in hope",
        "Mehr aus Not",
        "More from the harbour master",
        "More about his brother",
        "Latest from the shipyard",
        "Więcej o rybach niż o rybakach",
        "Mehr von derselben Sorte, weniger Fisch",
    ],
)
@pytest.mark.parametrize(
    "first", [MIDDLE, "«Vimos llegar la ola», contó una vecina del puerto", "Nobody was hurt."]
)
def test_a_subheading_about_more_of_something_stays(subheading: str, first: str) -> None:
    """Words such as `more of` open subheadings as well; without a list of other articles they stay."""
    assert_kept("\n".join([OPENING, subheading, first, CLOSING]))


def test_a_heading_on_a_subject_goes_with_its_list() -> None:
    """Headlines below tell that `More on …` heads other articles."""
    lines = ("More on the shipyard", "Welders ask for a warmer hall", "Crane sold to a museum in Tarrow")
    assert_cut(below(*lines), "related")
