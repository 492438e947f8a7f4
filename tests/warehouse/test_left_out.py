"""What extraction left out of pages is stored beside the cuts."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from builders import files_in, load, make_document
from ingest.model import Document, Raw
from ingest.process import process
from page_story import STORY
from tables import contents, rows


def crawled(name: str, menu: str) -> Document:
    """The same article as a page with another menu."""
    links = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in menu.split())
    page = (
        "<html><head><link rel='canonical' href='https://tarn.example/ferry'></head><body>"
        f"<nav><ul>{links}</ul></nav><article>{STORY}</article></body></html>"
    )
    document = process(Raw("default", name, "html", page.encode()))
    assert isinstance(document, Document)
    return document


PAGES = [crawled("a.html", "Home Sport"), crawled("b.html", "Home Weather"), crawled("c.html", "News Fish")]


def test_every_piece_has_a_row(tmp_path: Path) -> None:
    """A menu that is not part of the text is a row with kind, rule and reason."""
    files = files_in(tmp_path)
    load(files, [PAGES[0]])
    [(kind, rule, text)] = rows(files, "SELECT kind, rule, text FROM left_out")
    assert (kind, rule, text) == ("navigation", "page-nav", "Home\nSport")
    assert rows(files, "SELECT count(*) FROM left_out JOIN documents USING (doc_id)") == [(1,)]


def test_the_same_version_as_other_bytes(tmp_path: Path) -> None:
    """An article crawled with three menus is one version; what is kept of it does not depend on the order."""
    ends = []
    for number, order in enumerate(permutations(PAGES)):
        files = files_in(tmp_path, f"{number}.duckdb")
        load(files, *([page] for page in order))
        assert rows(files, "SELECT count(*) FROM store.revisions") == [(1,)]
        kept = rows(files, "SELECT raw_hash FROM store.revisions")
        assert kept == [(min(page.raw_hash for page in PAGES),)]
        ends.append(contents(files))
    assert all(end == ends[0] for end in ends)


def test_plain_text_leaves_nothing_out(tmp_path: Path) -> None:
    """Text is extracted as it is, so nothing can be missing from it."""
    files = files_in(tmp_path)
    load(files, [make_document("a.txt", "Just this.")])
    assert rows(files, "SELECT count(*) FROM left_out") == [(0,)]
