"""A comparison as a page for a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from explained import OTHER, STORY, explain, explain_two, stored
from flows.comparison.page import comparison_page
from warehouse.stored import Explanation

CHANGED = STORY.replace("home to harbour second", "safely to harbour second")
NASTY = 'Up & <b>down</b> went the boats of <script>alert("1")</script> the old harbour.\x1b[31m'


class Reader(HTMLParser):
    """What a browser would make of the page: tags, the words of each column, and those of each mark."""

    def __init__(self, explanation: Explanation) -> None:
        super().__init__()
        self.html = comparison_page(explanation)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.columns = {"A": "", "B": ""}
        self.marked: list[tuple[str, str]] = []
        self._column = self._mark = ""
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div":
            self._column = dict(attrs).get("data-side") or ""
        self._mark = tag if self._column else ""

    def handle_endtag(self, tag: str) -> None:
        self._mark = ""
        self._column = "" if tag == "div" else self._column

    def handle_data(self, data: str) -> None:
        if self._column:
            self.columns[self._column] += data
            self.marked.append((self._mark, data))


def test_both_texts_are_there_in_full_and_nothing_of_them_acts() -> None:
    """The columns hold both texts but for the white space between rows; markup in them stays text."""
    a, b = f"{STORY}\n\n{NASTY}", f"{NASTY} {CHANGED}"
    reader = Reader(explain(a, b, title="<i>Up</i>", site='x"><script>'))
    for letter, text in (("A", a), ("B", b)):
        assert "".join(reader.columns[letter].split()) == "".join(text.replace("\x1b", "␛").split())
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "b", "i", "img", "link", "a"})


def test_words_that_differ_are_marked_by_more_than_colour() -> None:
    """Words of A alone are struck through, words of B alone underlined, shared passages marked."""
    marked = Reader(explain(STORY, CHANGED)).marked
    assert ("del", "home") in marked
    assert ("ins", "safely") in marked
    assert any(tag == "mark" and "boat came" in words for tag, words in marked)


def test_equal_rows_are_shown_once_on_a_phone() -> None:
    """Only rows that read the same to the letter lose a side on a narrow screen."""
    rows = [attributes.get("class") for tag, attributes in Reader(explain(STORY, STORY)).tags if tag == "div"]
    assert rows.count("row pair same equal") == 4
    other = Reader(explain(STORY, STORY.upper())).html
    assert "row pair same equal" not in other
    assert "@media (max-width" in other
    assert "@media print" in other


def test_the_page_holds_the_argument() -> None:
    """Verdict, every threshold, the facts and the places of the passages stand on it."""
    html = comparison_page(explain(STORY, CHANGED))
    for part in (
        "near-duplicates",
        "Jaccard 0.9",
        "≥ 0.70",
        "LSH bands",
        "Who came first",
        "Canonical",
        "Decided",
    ):
        assert part in html
    end = STORY.index(" home to harbour second")
    assert f"<td>0–{end}</td><td>0–{end}</td>" in html
    assert "Where the shared passages" not in comparison_page(explain(STORY, OTHER))


def test_the_page_asks_for_nothing() -> None:
    """No address stands where a browser would follow it, and the page forbids it to."""
    reader = Reader(explain(STORY, OTHER, url="https://x.example/a"))
    assert not re.search(r"url\(|@import", reader.html)
    assert all("src" not in attributes and "href" not in attributes for _, attributes in reader.tags)
    assert "default-src 'none'" in reader.html


def test_one_document_twice_is_no_comparison() -> None:
    """The page of the same document twice says so and has no columns."""
    one = stored(1, STORY)
    reader = Reader(explain_two(one, one))
    assert "Both names mean the same document." in reader.html
    assert reader.columns == {"A": "", "B": ""}
