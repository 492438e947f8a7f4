"""Bylines between headline and story."""

from __future__ import annotations

import pytest

from clean_story import STORY
from ingest.clean import clean

HEADLINE = "Ferry quay to close"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lind", "Ada Lind"),
        ("By Ada Lind and Piet van der Moor, Staff Writers", "Ada Lind and Piet van der Moor"),
        ("Von Edda Quill", "Edda Quill"),
        ("Por Lucía Peralvo", "Lucía Peralvo"),
        ("BY ADA LIND", "ADA LIND"),
        ("By Ada Lind -", "Ada Lind"),
        ("By Ada Lind |", "Ada Lind"),
        ("Von: Edda Quill", "Edda Quill"),
        ("Edda Quill | edda@hesk.example", "Edda Quill"),
    ],
)
def test_a_byline_goes_and_is_kept_as_a_notice(line: str, names: str) -> None:
    """Who wrote it is no part of the story; the names become a notice."""
    cleaned = clean(f"{HEADLINE}\n\n{line}\n\n{STORY}")
    assert cleaned.text == f"{HEADLINE}\n\n{STORY}"
    assert [(notice.role, notice.name) for notice in cleaned.notices] == [("author", names)]


@pytest.mark.parametrize(
    "text",
    [
        f"By Royal Appointment\n\n{STORY}",
        f"{HEADLINE}\n\nBy Tuesday the quay was empty\n\n{STORY}",
        f"{HEADLINE}\n\nBy Ada Lind's count there were forty boats.\n\n{STORY}",
        f"{HEADLINE}\n\n{STORY}\n\nBy Ada Lind",
    ],
)
def test_what_only_begins_like_one(text: str) -> None:
    """Headlines, sentences, and lines below the story stay."""
    assert clean(text).text == text
