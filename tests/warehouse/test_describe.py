"""The page about the schema."""

from __future__ import annotations

from pathlib import Path

from warehouse.describe import page

PAGE = Path(__file__).parents[2] / "docs" / "schema.md"


def test_the_page_is_what_the_database_says() -> None:
    """docs/schema.md is up to date; `python -m warehouse.describe > docs/schema.md` makes it so."""
    assert PAGE.read_text("utf-8") == page()
