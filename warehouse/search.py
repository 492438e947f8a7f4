"""Answers of a search: the documents that the macro `search` ranks best, each with a snippet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

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
    asked = {
        "query": question.words,
        "sites": list(question.sites),
        "languages": list(question.languages),
        "since": question.since,
        "until": question.until,
        "most": question.most,
    }
    cursor = connection.execute(query("search"), asked)
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    texts = _texts(connection, [row["doc_id"] for row in rows])
    pieces = _snippets(connection, question.words, texts)
    return [Hit(*each) for each in zip(rows, texts, pieces, strict=True)]


def _texts(connection: duckdb.DuckDBPyConnection, doc_ids: Sequence[UUID]) -> list[str]:
    """Return the texts of a few documents; a join or a list would read those of all."""
    if not doc_ids:
        return []
    places = ", ".join("?" * len(doc_ids))
    sql = f"SELECT doc_id, text FROM documents WHERE doc_id IN ({places})"
    texts = dict(connection.execute(sql, list(doc_ids)).fetchall())
    return [texts[doc_id] for doc_id in doc_ids]


def _snippets(connection: duckdb.DuckDBPyConnection, asked: str, texts: Sequence[str]) -> list[Snippet]:
    places = [list(word_places(text)) for text in texts]
    words = sorted({word for each in places for word, _, _ in each})
    rows = connection.execute(query("found_words"), {"query": asked, "words": words}).fetchall()
    found = {word for (word,) in rows}
    return [
        snippet(text, [place for place in each if place[0] in found])
        for text, each in zip(texts, places, strict=True)
    ]
