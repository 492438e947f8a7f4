"""A document as a page for a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from flows.cli import run
from flows.page import COLOURS, page
from ingest.model import KINDS
from warehouse.stored import StoredCut, StoredDocument

LIGHTHOUSE = "herald/lighthouse.txt"
EXTRACTED = 'Up & <b>down</b>.\n\n<script>alert("1")</script>\n\nThe end.\x1b[31m'


def stored() -> StoredDocument:
    start, stop = EXTRACTED.index("<script"), EXTRACTED.index("The end")
    cut = StoredCut(start, stop, "repeated", "repeated-1", 'It says "<so>" & stands.', EXTRACTED[start:stop])
    fields = {"title": "<i>Up</i>", "source_uri": "a&b.txt", "url": 'https://x.example/"><script>'}
    text = EXTRACTED[:start] + EXTRACTED[stop:]
    pieces = [
        {"piece": 1, "kind": "related", "rule": "page-side", "reason": "Aside.", "text": "<em>More</em>"}
    ]
    return StoredDocument(UUID(int=1), fields, text, EXTRACTED, [cut], [], [], pieces, {"size": 1})


class Reader(HTMLParser):
    """What a browser would make of a page: tags, attributes, the text of the article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = self._inside or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        self.article += data if self._inside else ""


def test_the_page_holds_the_whole_text_and_nothing_of_it_acts() -> None:
    """The text comes out as it was, but for control characters; its markup stays text."""
    reader = Reader(page(stored()))
    assert reader.article == EXTRACTED.replace("\x1b", "␛")
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "b", "i", "img", "link", "a"})


def test_what_extraction_left_out_is_listed() -> None:
    """Pieces that never came into the text are there too, folded away, with their reasons."""
    found = page(stored())
    assert "<summary>1 piece of the page left out</summary>" in found
    assert "<td>page-side</td> <td>Aside.</td> <td>&lt;em&gt;More&lt;/em&gt;</td>" in found
    assert "left out" not in page(replace(stored(), left_out=[]))


def test_a_cut_is_struck_through_with_its_reason() -> None:
    """The tooltip says kind, rule and reason, and the colour goes with the kind."""
    reader = Reader(page(stored()))
    [tip] = [attributes["title"] for tag, attributes in reader.tags if tag == "del" and "title" in attributes]
    assert tip == 'repeated, repeated-1: It says "<so>" & stands.'
    assert f".repeated {{ color: {COLOURS['repeated']}; }}" in page(stored())
    assert '<li class="repeated">' in page(stored())


def test_the_page_asks_for_nothing() -> None:
    """No address stands where a browser would follow it by itself, and the page forbids it to."""
    html = page(stored())
    assert not re.search(r"\b(?:src|href)=|url\(|@import", html.partition("<body>")[0])
    assert all("src" not in attributes and "href" not in attributes for _, attributes in Reader(html).tags)
    assert "default-src 'none'" in html


def test_every_kind_has_a_colour_of_its_own() -> None:
    """Eleven kinds, eleven colours."""
    assert set(COLOURS) == set(KINDS)
    assert len(set(COLOURS.values())) == len(KINDS)


def test_the_command_writes_to_a_file_or_to_its_output(command: Callable[..., Any], tmp_path: Path) -> None:
    """Both hold the same page; a file without --html is a mistake."""
    out = tmp_path / "page.html"
    assert command("show", LIGHTHOUSE, "--html", "--output", str(out)).out == ""
    html = out.read_text("utf-8")
    assert "Fishermen from six villages" in html
    assert html.count("<del") == 4
    wrong = command("show", LIGHTHOUSE, "--output", str(out))
    assert wrong.code == 2
    assert "--html" in wrong.err


def test_the_page_goes_to_a_pipe(stocked: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a file the page comes out as UTF-8, with nothing before or after it."""
    assert run(["show", LIGHTHOUSE, "--html", "--warehouse", str(stocked)]) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"<!DOCTYPE html>")
    assert out.endswith(b"</html>\n")


def test_a_place_that_cannot_be_written_is_named(command: Callable[..., Any], tmp_path: Path) -> None:
    """One line says which file could not be written, and why; it is wrong usage, and no run failed."""
    nowhere = tmp_path / "none" / "x.html"
    said = command("show", LIGHTHOUSE, "--html", "--output", str(nowhere))
    assert said.code == 2
    assert f"cannot be written to {nowhere}: No such file" in said.err
