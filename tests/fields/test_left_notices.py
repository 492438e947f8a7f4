"""What pieces of a page that are no part of the article say."""

from __future__ import annotations

from ingest.fields import left_notices
from ingest.model import Document, LeftOut, Notice, Raw
from ingest.process import process
from page_story import STORY


def piece(kind: str, text: str) -> LeftOut:
    return LeftOut(kind, "page-foot", "Left out.", text)


def test_copyright_holder_and_photo_credit() -> None:
    """Both come without offsets, and once however often the page says them."""
    footer = piece("navigation", "Terms of use\n© 2026 Tarn Valley Record. All rights reserved.")
    caption = piece("credit", "The ferry at noon.\nPhoto: Ida Fenn / Tarn Valley Record")
    assert left_notices([footer, caption, footer]) == (
        Notice(None, None, "copyright", "Tarn Valley Record", year=2026),
        Notice(None, None, "photo", "Ida Fenn / Tarn Valley Record"),
    )


def test_authors_of_other_articles_are_nobody_here() -> None:
    """A name beside a link is not the author of this article."""
    assert left_notices([piece("related", "By Ida Fenn"), piece("credit", "By Ida Fenn")]) == ()


def test_a_page_without_address_is_placed_by_its_footer() -> None:
    """The domain of the copyright line is the site where nothing better is known."""
    page = f"<html><body><article>{STORY}</article><footer>© 2026 tarn.example</footer></body></html>"
    document = process(Raw("default", "a.html", "html", page.encode()))
    assert isinstance(document, Document)
    assert document.site == "tarn.example"
    assert "tarn.example" not in document.extracted_text
