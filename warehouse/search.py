"""Answers of a search: the documents that the macro `search` ranks best, each with a snippet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import duckdb

from ingest.search import Snippet, found, parts, snippet, word_places
from warehouse.database import query

# The columns of the macro `search`.
COLUMNS = (
    "doc_id", "score", "missing", "title", "site", "language", "published_at", "source", "source_uri",
    "canonical_url", "canonical_doc_id", "is_canonical", "copies",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for, and in which documents: of these sites and languages, published in [since, until).

    Empty sequences and None are no limits; case and `www.` do not count. `most` is how many are wanted.
    """

    words: str
    sites: Sequence[str] = ()
    languages: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    most: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found: `fields` are the columns of `search`, `snippet` a piece of `text`."""

    fields: dict[str, Any]
    text: str
    snippet: Snippet


def search(connection: duckdb.DuckDBPyConnection, question: Question) -> list[Hit]:
    """Return the documents that answer best, best first."""
    # What is no text, such as half a character of a command line, is no word either.
    question = replace(question, words=question.words.encode(errors="replace").decode())
    rows = _rows(connection, question)
    if not rows:
        return []
    texts = _texts(connection, [row.pop("place") for row in rows])
    pieces = _snippets(connection, question.words, texts)
    return [Hit(*each) for each in zip(rows, texts, pieces, strict=True)]


def _rows(connection: duckdb.DuckDBPyConnection, question: Question) -> list[dict[str, Any]]:
    """Return the columns of `search` for the best documents, and as `place` where their texts are."""
    asked: dict[str, object] = {"query": question.words, "most": question.most}
    filters = {
        "sites": [site.lower().removeprefix("www.") for site in question.sites],
        "languages": [language.lower() for language in question.languages],
        "since": question.since,
        "until": question.until,
    }
    filtered = ""
    if any(filters.values()):
        asked |= filters
        filtered = query("search_filters")
    rows = connection.execute(query("search").format(filtered=filtered), asked).fetchall()
    return [dict(zip((*COLUMNS, "place"), row, strict=True)) for row in rows]


def _texts(connection: duckdb.DuckDBPyConnection, places: Sequence[int]) -> list[str]:
    """Return a few texts by the numbers of their rows; by anything else those of all would be read."""
    texts = dict(connection.execute(query("texts_at"), [list(places)]).fetchall())
    return [texts[place] for place in places]


def _snippets(connection: duckdb.DuckDBPyConnection, asked: str, texts: Sequence[str]) -> list[Snippet]:
    places = [list(word_places(text)) for text in texts]
    words = sorted({word for each in places for word, _, _ in each})
    rows = connection.execute(query("found_words"), {"query": asked, "words": words}).fetchall()
    wanted = parts(rows)
    return [snippet(text, found(each, wanted)) for text, each in zip(texts, places, strict=True)]
