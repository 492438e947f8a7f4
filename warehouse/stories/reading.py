"""Questions about stories to a published file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

import duckdb
import numpy as np
import pyarrow as pa

from ingest.telling import FEWEST_KEYS, KEY_CAP, Telling, because, compare, evidence, level, story_keys, tell
from ingest.telling.conflicts import conflicts
from ingest.telling.facts import facts
from warehouse import arrow
from warehouse.database import query
from warehouse.errors import WarehouseError
from warehouse.stored import Result, StoredDocument, StoredStory, StoryEvidence

# Of larger stories, tellings are listed without what they share with others.
_MOST_COMPARED = 200


def list_stories(
    connection: duckdb.DuckDBPyConnection, since: datetime | None, until: datetime | None, least: int
) -> Result:
    """Return stories of at least so many documents that were told between two times, the largest first."""
    return _result(connection, "listed_stories", since, until, least)


def find_story(connection: duckdb.DuckDBPyConnection, name: str) -> UUID | None:
    """Return the story of this id or unique beginning of one; None where none begins so."""
    rows = connection.execute(query("stories/resolve_story"), [name.lower()]).fetchall() if name else []
    if len(rows) > 1:
        names = ", ".join(str(story_id) for (story_id,) in rows[:3])
        raise WarehouseError(f"{name!r} fits more than one story: {names}. Give more of the id.")
    return rows[0][0] if rows else None


def story_of(connection: duckdb.DuckDBPyConnection, doc_id: UUID) -> dict[str, Any]:
    """Return a document's row of `stories`."""
    cursor = connection.execute("SELECT story_id, size, headline FROM stories WHERE doc_id = ?", [doc_id])
    [row] = cursor.fetchall()
    return dict(zip(("story_id", "size", "headline"), row, strict=True))


def read_story(connection: duckdb.DuckDBPyConnection, story_id: UUID) -> StoredStory:
    """Return all that is known of a story."""
    cursor = connection.execute("SELECT * FROM origins WHERE story_id = ?", [story_id])
    names = [column[0] for column in cursor.description]
    [row] = cursor.fetchall()
    documents = _result(connection, "story_documents", story_id).records()
    tellings = _result(connection, "story_tellings", story_id).records()
    apart = _result(connection, "story_conflicts", story_id).records()
    compared = tellings[:_MOST_COMPARED]
    wanted = {each[key] for each in compared for key in ("doc_id", "like_doc_id")}
    wanted |= {each[key] for each in apart for key in ("doc_a", "doc_b")}
    texts = _texts(connection, wanted - {None})
    _explain_likeness(connection, compared, documents, texts)
    headline = story_of(connection, documents[0]["doc_id"])["headline"]
    origins = dict(zip(names, row, strict=True))
    return StoredStory(story_id, headline, origins, documents, tellings, apart, texts)


def compare_tellings(
    connection: duckdb.DuckDBPyConnection, a: StoredDocument, b: StoredDocument
) -> StoryEvidence:
    """Compare what two documents tell, whether they are in one story or not."""
    told = [_told(each.text, each.fields) for each in (a, b)]
    comparison = compare(told[0], told[1], _levels(connection, told), _size(connection))
    found = evidence(a.text, b.text, comparison)
    return StoryEvidence(
        comparison,
        found,
        because(found),
        story_of(connection, a.doc_id),
        story_of(connection, b.doc_id),
        _meet(connection, *told),
        [asdict(each) for each in conflicts(facts(a.text), facts(b.text))],
    )


def _told(text: str, fields: dict[str, Any]) -> Telling:
    return tell(text, fields.get("title"), fields.get("published_at"), fields.get("language"))


def _levels(connection: duckdb.DuckDBPyConnection, told: Sequence[Telling]) -> Callable[[int], int]:
    terms = np.unique(np.concatenate([each.keys for each in told]))
    connection.register("wanted", pa.table({"term": terms}))
    holders = dict(connection.execute(query("stories/holders_of")).fetchall())
    connection.unregister("wanted")
    return lambda term: level(holders.get(term, 0))


def _size(connection: duckdb.DuckDBPyConnection) -> int:
    [(count,)] = connection.execute("SELECT count(*) FROM store.tellings").fetchall()
    return int(count)


def _meet(connection: duckdb.DuckDBPyConnection, a: Telling, b: Telling) -> bool:
    connection.register("wanted", pa.table({"key": np.intersect1d(story_keys(a), story_keys(b))}))
    found = connection.execute(query("stories/meeting_keys"), [KEY_CAP]).fetchall()
    connection.unregister("wanted")
    return len(found) >= FEWEST_KEYS


def _explain_likeness(
    connection: duckdb.DuckDBPyConnection,
    tellings: Sequence[dict[str, Any]],
    documents: Sequence[dict[str, Any]],
    texts: dict[UUID, str],
) -> None:
    """Add to each telling what it shares with the one most like it."""
    fields = {each["doc_id"]: each for each in documents}
    told = {doc_id: _told(text, fields[doc_id]) for doc_id, text in texts.items()}
    levels, size = _levels(connection, list(told.values())) if told else None, _size(connection)
    for each in tellings:
        a, b = each["doc_id"], each["like_doc_id"]
        if b is not None:
            comparison = compare(told[a], told[b], levels, size)
            each["because"] = because(evidence(texts[a], texts[b], comparison))


def _texts(connection: duckdb.DuckDBPyConnection, doc_ids: Iterable[UUID]) -> dict[UUID, str]:
    connection.register("wanted", arrow.ids(doc_ids))
    texts = dict(connection.execute(query("stories/texts")).fetchall())
    connection.unregister("wanted")
    return texts


def _result(connection: duckdb.DuckDBPyConnection, name: str, *values: object) -> Result:
    cursor = connection.execute(query(f"stories/{name}"), list(values))
    return Result([column[0] for column in cursor.description], cursor.fetchall())
