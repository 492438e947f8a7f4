"""Answers of a search: the documents that the macro `search` ranks best, each with a snippet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from ingest.search import Snippet, snippet, word_places
from warehouse.database import query


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for, and in which documents: of these sites and languages, published in [since, until).

    Empty sequences and None are no limits; `most` is how many documents are wanted.
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
    rows = _rows(connection, question)
    texts = _texts(connection, [row.pop("place") for row in rows])
    pieces = _snippets(connection, question.words, texts)
    return [Hit(*each) for each in zip(rows, texts, pieces, strict=True)]


def _rows(connection: duckdb.DuckDBPyConnection, question: Question) -> list[dict[str, Any]]:
    """Return the columns of `search` for the best documents, and as `place` where their texts are."""
    asked: dict[str, object] = {"query": question.words, "most": question.most}
    filters = {
        "sites": list(question.sites),
        "languages": list(question.languages),
        "since": question.since,
        "until": question.until,
    }
    filtered = ""
    if any(filters.values()):
        asked |= filters
        filtered = query("search_filters")
    cursor = connection.execute(query("search").format(filtered=filtered), asked)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _texts(connection: duckdb.DuckDBPyConnection, places: Sequence[int]) -> list[str]:
    """Return a few texts by the numbers of their rows; by anything else those of all would be read."""
    texts = dict(connection.execute(query("texts_at"), [list(places)]).fetchall())
    return [texts[place] for place in places]


def _snippets(connection: duckdb.DuckDBPyConnection, asked: str, texts: Sequence[str]) -> list[Snippet]:
    places = [list(word_places(text)) for text in texts]
    words = sorted({word for each in places for word, _, _ in each})
    rows = connection.execute(query("found_words"), {"query": asked, "words": words}).fetchall()
    found = {word for (word,) in rows}
    return [
        snippet(text, [place for place in each if place[0] in found])
        for text, each in zip(texts, places, strict=True)
    ]
