"""The article's text is found in a page, and the known faults of extraction are kept out."""

from itertools import pairwise

import pytest

from ingest.extract.body import read_body
from ingest.extract.dom import parse
from ingest.extract.jsonld import fold

SENTENCES = [
    "The ferry to Northhaven sails again from Monday, the harbour office said on Friday.",
    "It had been laid up since a storm tore away the landing stage in November.",
    "Fares stay as they were, although fuel has become dearer by a fifth in a year.",
    "Islanders had lived on two cargo runs a week and a helicopter for the sick.",
    "The first boat leaves at six in the morning and carries the school's new stove.",
]
PARAGRAPHS = "".join(f"<p>{sentence} {SENTENCES[-1 - place]}</p>" for place, sentence in enumerate(SENTENCES))


def text(markup: str, *titles: str) -> str:
    root = parse(f"<html><body>{markup}</body></html>")
    assert root is not None
    return read_body(root, {fold(title) for title in titles}).text


def test_article_without_its_surroundings() -> None:
    """Navigation, footer and scripts are left out and every paragraph comes through."""
    found = text(
        "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
        f"<article>{PARAGRAPHS}</article><footer>All rights reserved</footer><script>var x = 'word';</script>"
    )
    assert all(sentence in found for sentence in SENTENCES)
    assert "Sport" not in found
    assert "var x" not in found


def test_comments_are_no_body() -> None:
    """A comment section is not taken as part of the article."""
    comments = (
        '<div id="comments"><h3>2 comments</h3><p>I never liked that boat at all, said nobody.</p></div>'
    )
    assert "never liked" not in text(f"<article>{PARAGRAPHS}</article>{comments}")


def test_title_as_first_line_is_taken_off() -> None:
    """The title repeated above the body goes; the same words inside a sentence stay."""
    markup = f"<article><h1>The ferry sails</h1>{PARAGRAPHS}</article>"
    assert text(markup, "The Ferry Sails!").startswith(SENTENCES[0])


def test_title_alone_is_not_taken_off() -> None:
    """Where the text is nothing but the title, it stays."""
    assert text("<article><p>The ferry sails</p></article>", "The ferry sails") == "The ferry sails"


def test_same_page_gives_the_same_text_each_time() -> None:
    """No page changes what the next one gives."""
    markup = f"<article>{PARAGRAPHS}{PARAGRAPHS}</article>"
    assert len({text(markup) for _ in range(8)}) == 1


def test_lists_and_tables_are_kept() -> None:
    """A list and a table inside the article are part of it."""
    times = "<ul><li>Monday at six</li><li>Friday at nine</li></ul>"
    fares = "<table><tr><td>Fare</td><td>12</td></tr></table>"
    found = text(f"<article>{PARAGRAPHS}{times}{fares}{PARAGRAPHS}</article>")
    assert "Friday at nine" in found
    assert "Fare" in found


def test_short_article_is_found() -> None:
    """A brief of one sentence is an article too."""
    assert SENTENCES[0] in text(f"<div><p>{SENTENCES[0]}</p></div>")


@pytest.mark.parametrize(
    "markup",
    [
        "<article>" + f"{SENTENCES[0]}<br>" * 30_000 + "</article>",
        "<p>" + f"<span>{SENTENCES[0]} </span>" * 30_000 + "</p>",
        f"<div><p>{SENTENCES[0]}</p></div>" * 15_000,
    ],
)
def test_enormous_pages_keep_their_text(markup: str) -> None:
    """A page of too many elements for the library loses no text, only its surroundings."""
    found = text(f"<nav><a>Home</a></nav>{markup}<script>var x;</script>")
    assert found.count("Northhaven") == markup.count("Northhaven")
    assert "Home" not in found
    assert "var x" not in found


@pytest.mark.parametrize("markup", ["", "<frameset><frame src='a'></frameset>", "<script>var x;</script>"])
def test_pages_without_text(markup: str) -> None:
    """A page without words gives none, and no error."""
    assert text(markup).strip() == ""


def test_table_layout_with_line_breaks() -> None:
    """A page built of tables, fonts and line breaks, without any paragraph element, gives its story alone."""
    sections = "Home World Business Sport Politics Opinion Arts Travel Weather Jobs Archive Search".split()
    menu = "".join(f"<a href='/{name}'><font size=1>{name}</font></a><br>" for name in sections)
    story = "<br><br>".join(f"{sentence} {sentence}" for sentence in SENTENCES)
    found = text(
        f"<table><tr><td width=120 bgcolor='#eeeeee'>{menu}</td><td><font size=4><b>Ferry to sail</b></font><br>"
        f"<font face=Arial size=2>{story}</font></td><td width=120>{menu}</td></tr></table>"
        "<center><font size=1>Harbour Post 2008. All rights reserved</font></center>",
        "Ferry to sail",
    )
    assert [line for line in found.split("\n") if line] == [
        f"{sentence} {sentence}" for sentence in SENTENCES
    ]


def test_body_split_over_containers() -> None:
    """A story whose paragraphs stand in sibling containers with other things between them comes whole."""
    parts = [f"<div class='chunk'><p>{one}</p><p>{two}</p></div>" for one, two in pairwise(SENTENCES)]
    between = "<div class='ad-slot'><a href='/x'>Advertisement</a></div>"
    found = text(f"<article>{between.join(parts)}</article>")
    assert all(sentence in found for sentence in SENTENCES)
    assert "Advertisement" not in found


def test_page_in_another_script() -> None:
    """The choice does not hang on English."""
    line = "Паром в Северную гавань снова ходит с понедельника, сообщила в пятницу контора порта."
    story = "".join(f"<p>{line} {number} человек ждали его.</p>" for number in range(6))
    found = text(f"<nav><a href='/'>Главная</a></nav><div>{story}</div><footer>Все права защищены</footer>")
    assert found.count("Паром") == 6
    assert "Главная" not in found


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_every_heading_of_a_live_blog_stays(tag: str) -> None:
    """Short headings that look alike stay, each above the paragraphs of its update."""
    updates = "".join(
        f"<{tag}>Update {place}</{tag}><time datetime='2026-03-03T1{place}:00Z'>1{place}:00</time>"
        f"<p>{sentence}</p><p>{SENTENCES[-place]}</p>"
        for place, sentence in enumerate(SENTENCES[:4], 1)
    )
    lines = text(f"<article><h1>The ferry sails</h1>{updates}</article>", "The ferry sails").splitlines()
    assert [line for line in lines if line.startswith("Update")] == [f"Update {n}" for n in range(1, 5)]
