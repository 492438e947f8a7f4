"""The page of the whole warehouse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builders import files_in, load, make_document
from flows.cli import run
from ingest.model import Cut, Document
from warehouse.files import Files

WORDS = [
    f"{a}{b}"
    for a in ("harbour", "ferry", "lamp", "orchard", "gull")
    for b in ("man", "side", "light", "stone")
]
EVIL = '<script>alert("x")</script><img src=http://evil.example/x onerror=alert(1)>'


class Tags(HTMLParser):
    """Collects the names of elements and the text outside them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "onerror", "onload")
        ]


def story(number: int, words: int = 60) -> str:
    """A text that no other number has words of."""
    return " ".join(f"{WORDS[(number * 7 + at * at) % len(WORDS)]}{number}x{at}" for at in range(words))


def article(name: str, text: str, site: str, day: int, hour: int = 8, title: str = "A title") -> Document:
    return make_document(
        name, text, site=site, title=title, published_at=datetime(2026, 3, day, hour, tzinfo=UTC)
    )


def made(files: Files, folder: Path, *options: str) -> str:
    """Return the page that the command writes."""
    page = folder / "report.html"
    assert run(["report", "--html", str(page), "--warehouse", str(files.published), *options]) == 0
    return page.read_text("utf-8")


def section(page: str, title: str) -> str:
    [found] = re.findall(rf"<section><h2>{title}</h2>(.*?)</section>", page, re.DOTALL)
    return str(found)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A group of three that the wire had first, an article alone, a cut, a document without a date."""
    text = story(1)
    cut = Cut(0, 11, "advertisement", "ad-label", "The label of an advertisement.")
    files = files_in(tmp_path)
    documents = [
        article("a.txt", text, "wire.example", 2, title="The lamp <b>burns</b>"),
        article("b.txt", f"{text} and more", "harbour.example", 2, hour=11),
        article("c.txt", text, "coast.example", 4),
        make_document(
            "d.txt",
            story(2),
            site="coast.example",
            published_at=datetime(2026, 3, 9, tzinfo=UTC),
            extracted_text=f"Advertised\n{story(2)}",
            cuts=[cut],
        ),
        make_document("e.txt", story(3), site="coast.example"),
    ]
    load(files, documents)
    return files


def test_every_figure_is_told(files: Files, tmp_path: Path) -> None:
    """Documents, copies, who copied whom, leads, cuts and groups are in the page, in plots and in tables."""
    page = made(files, tmp_path)
    assert "5 documents, 2 of them copies of another one." in page
    assert "Not in the plot: 1 document without a date." in section(page, "Documents and copies over time")
    assert "wire.example first, harbour.example too: 1" in section(page, "Who copies whom")
    assert "1 · median 3.0 h" in section(page, "Who is first, and by how much")
    assert "coast.example: advertisement 1" in section(page, "Cuts by kind and outlet")
    assert "There is nothing to show." in section(page, "Rejects")
    assert "1 of 1 group" in section(page, "The largest groups of copies")


def test_since_leaves_out_what_is_older(files: Files, tmp_path: Path) -> None:
    """Only what was published from that day on counts; who was first is told all the same."""
    page = made(files, tmp_path, "--since", "2026-03-04")
    assert "3 documents since 2026-03-04, 1 of them copies" in page
    assert "wire.example first, coast.example too: 1" in page
    assert "harbour.example too: 1" not in page


def test_a_dead_heat_has_no_first(tmp_path: Path) -> None:
    """Two outlets that published at the same minute are ahead of nobody."""
    files = files_in(tmp_path)
    load(files, [article(f"{name}.txt", story(1), f"{name}.example", 2) for name in ("wire", "coast")])
    assert "There is nothing to show." in section(made(files, tmp_path), "Who is first, and by how much")


def test_a_group_has_its_documents_and_two_texts(files: Files, tmp_path: Path) -> None:
    """Its timeline, its documents with how they are related, and the canonical text beside the one least like it."""
    shown = section(made(files, tmp_path), "The largest groups of copies")
    assert "3 documents, 3 outlets, 2 texts" in shown
    assert shown.count("<circle") == 3
    assert "<ins>" in shown
    assert re.search(r"copydesk explain \S{36} \S{36} --html", shown)


def test_the_page_asks_for_nothing(files: Files, tmp_path: Path) -> None:
    """No script, no address, no image: a policy in the page forbids them too."""
    page = made(files, tmp_path)
    tags = Tags()
    tags.feed(page)
    assert not tags.tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    assert tags.addresses == []
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_texts_stay_texts(tmp_path: Path) -> None:
    """Markup in sites, titles, texts and reasons is shown, not obeyed."""
    files = files_in(tmp_path)
    text = f"{EVIL} {story(1)} {EVIL}"
    load(files, [article(f"{EVIL}{n}", text, f"{EVIL}{n}", 2 + n, title=EVIL) for n in range(3)])
    page = made(files, tmp_path)
    tags = Tags()
    tags.feed(page)
    assert not tags.tags & {"script", "img"}
    assert "&lt;script&gt;" in page


def test_large_warehouses_give_a_page_of_bounded_size(tmp_path: Path) -> None:
    """Long texts, many groups and many sites are cut short, and the page says so."""
    files = files_in(tmp_path)
    pairs = [(n, m) for n in range(60) for m in range(2)]
    documents = [article(f"{n}-{m}", story(n, 900), f"site-{n}-{m}.example", 1 + m) for n, m in pairs]
    documents += [article(f"many-{m}", story(99), f"many-{m}.example", 3) for m in range(30)]
    load(files, documents)
    page = made(files, tmp_path)
    assert len(page.encode()) < 5_000_000
    assert "40 of 61 groups" in page
    assert "Only the first 4,000 characters of each are compared here." in page
    assert "10 documents more: SELECT * FROM copies" in page
    assert "The 16 outlets with most are shown" in page


def test_an_empty_warehouse_has_a_page(tmp_path: Path) -> None:
    """Nothing to show is said, section by section."""
    files = files_in(tmp_path)
    load(files)
    assert made(files, tmp_path).count("There is nothing to show.") == 7


def test_the_page_can_go_to_a_pipe(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    """`--html -` prints it."""
    assert run(["report", "--html", "-", "--warehouse", str(files.published)]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "given", [["--since", "2026-03-01"], ["--html", "-", "--run", "1"], ["--html", "-", "--chart", "c.svg"]]
)
def test_options_of_the_other_form_are_wrong(capsys: pytest.CaptureFixture[str], given: list[str]) -> None:
    """The page is about everything, the account about one run: each says what belongs to the other."""
    assert run(["report", *given]) == 2
    assert "--html" in capsys.readouterr().err
