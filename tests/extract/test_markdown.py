"""Markdown becomes the text that its writer meant, with the fields of its front matter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.errors import Refused
from ingest.extract import extract
from ingest.model import Extracted, Raw
from ingest.process import process

SOURCE = """---
title: Ferry sails again
author: [Ana Silva, Jo Berg]
date: 2026-03-03 19:00:00+01:00
link: https://harbour.example/ferry
tags: [sea, harbour]
text: not the body
---

# Ferry sails again

The ferry to [Northhaven](https://northhaven.example) sails **again** from
*Monday*, the `harbour` office said.

![A ferry](ferry.jpg)

- Fares stay
- Dogs sail
  free

> “What a day!”\\
> she said.

| From | To |
| ---- | -- |
| 6:00 | 22:00 |

<div class="ad">Read <b>more</b></div>
<script>alert(1)</script>
"""
TEXT = """Ferry sails again

The ferry to Northhaven sails again from Monday, the harbour office said.

- Fares stay

- Dogs sail free

“What a day!”
she said.

From | To

6:00 | 22:00

Read  more"""


def markdown(source: str, **carried: object) -> Extracted:
    return extract(Raw("default", "a.md", "markdown", source.encode(), carried))


def test_text_and_fields() -> None:
    """Marks are gone, links are their words, front matter is taken as a record's fields are."""
    found = markdown(SOURCE)
    assert " ".join(found.text.split("\n")) == " ".join(TEXT.split("\n"))
    assert (found.title, found.byline) == ("Ferry sails again", "Ana Silva, Jo Berg")
    assert (found.published_at, found.published_from) == (datetime(2026, 3, 3, 18, tzinfo=UTC), "record")
    assert (found.canonical_url, found.site) == ("https://harbour.example/ferry", "harbour.example")
    assert found.extra == {"tags": ["sea", "harbour"], "text": "not the body"}
    assert found.media_type == "text/markdown"


def test_without_front_matter() -> None:
    """The first heading is the title, and what the carrier says fills the rest."""
    found = markdown("Intro.\n\nFerry sails\n===========\n\nFrom Monday.", byline="Lin Wu")
    assert (found.title, found.byline, found.text) == (
        "Ferry sails",
        "Lin Wu",
        "Intro.\n\nFerry sails\n\nFrom Monday.",
    )
    assert markdown("---\n\nA rule above.").text == "A rule above."


@pytest.mark.parametrize(
    "matter",
    [
        "a: &x [1, 2]\nb: [*x, *x]",
        "title: [",
        "a: " + "x" * 70_000,
        "a: !!python/object:os.system x",
        "a: 2026-99-99",
    ],
)
def test_front_matter_that_is_not_read(matter: str) -> None:
    """References, which can grow without end, foreign objects and broken YAML are malformed."""
    with pytest.raises(Refused) as refusal:
        markdown(f"---\n{matter}\n---\nStory.")
    assert refusal.value.code == "malformed"


def test_a_document_of_markdown() -> None:
    """Markdown is cleaned like any text."""
    document = process(
        Raw("default", "a.md", "markdown", f"{SOURCE}\n\n© 2026 Harbour Media. All rights reserved.".encode())
    )
    assert [cut.kind for cut in document.cuts] == ["related", "copyright"]  # type: ignore[union-attr]
