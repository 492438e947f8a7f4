"""Which tellings report one event: groups around those that wait, their ids, what is related in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ingest.identity import NAMESPACE
from ingest.telling import RELATED, Pairs, cluster, nearest
from warehouse import arrow
from warehouse.database import query
from warehouse.grouping import age
from warehouse.load import Load
from warehouse.policy import Member, Policy
from warehouse.settings import read_policy
from warehouse.stories.judged import Pair, joined, kept_apart
from warehouse.stories.links import RELATED_TELLINGS, write_links
from warehouse.stories.touched import Touched, touch, touch_next
from warehouse.verdicts import read_story_verdicts

_STORIES = pa.schema([("doc_id", pa.uuid()), ("story_id", pa.uuid()), ("lead_doc_id", pa.uuid())])
# However many tellings a mean is taken over, this score keeps two of them apart.
_NEVER = -1e9
# Disagreements are looked for between each telling and so many that are most like it. On labelled stories of
# up to 22 tellings that finds 70 of 72; in one of hundreds, all pairs would cost more than all else.
_COMPARED = 10
# Stories are formed around so many tellings at a time.
_PART = 5000


@dataclass(frozen=True, slots=True)
class Node:
    """A telling with all documents that follow it, its own first; `titled` are those that have a title."""

    members: tuple[Member, ...]
    titled: frozenset[UUID]

    @property
    def doc_id(self) -> UUID:
        """The document that tells."""
        return self.members[0].doc_id


def regroup_stories(load: Load) -> None:
    """Form anew the stories of some of `store.waiting_tellings` and all that is joined with them.

    What is joined by pairs can be many times what waits, and nearly all of it comes out as it was: what
    stories are made of is read and written for those alone that are others now or hold one that waits.
    """
    connection = load.connection
    touched = touch_next(connection, _PART)
    pairs = _pairs(connection, touched)
    changed = touched.changed(_grouped(connection, touched, pairs))
    _write(connection, _stories(connection, touched, changed.stories), read_policy(connection))
    home = np.full(len(touched.numbers), -1)
    for number, group in enumerate(changed.links):
        home[group] = number
    touch(connection, touched.numbers[home >= 0])
    write_links(load, _related(touched, home, pairs))


def _stories(
    connection: duckdb.DuckDBPyConnection, touched: Touched, groups: Sequence[Sequence[int]]
) -> list[list[Node]]:
    """Return groups of places with all that the stories are made of."""
    numbers = touched.numbers.tolist()
    touch(connection, np.array([numbers[at] for group in groups for at in group]))
    nodes = _nodes(connection)
    return [[nodes[numbers[at]] for at in group] for group in groups]


def _pairs(connection: duckdb.DuckDBPyConnection, touched: Touched) -> Pairs:
    """Return the pairs of touched tellings by their places, with their scores."""
    found = connection.execute(query("stories/touched_pairs")).fetchnumpy()
    ends = (touched.places(found[name]).astype(np.float64) for name in ("telling_a", "telling_b"))
    return np.column_stack([*ends, found["score"]])


def _related(touched: Touched, home: NDArray[np.int64], pairs: Pairs) -> pa.Table:
    """Return the related tellings of each story that changed: its number, theirs, and which are compared."""
    a, b = pairs[:, 0].astype(np.intp), pairs[:, 1].astype(np.intp)
    related = (pairs[:, 2] >= RELATED) & (home[a] == home[b]) & (home[a] >= 0)
    a, b, score = a[related], b[related], pairs[related, 2]
    columns = [each.astype(np.int32) for each in (home[a], touched.numbers[a], touched.numbers[b])]
    return pa.table([*columns, nearest(a, b, score, _COMPARED)], schema=RELATED_TELLINGS)


def _nodes(connection: duckdb.DuckDBPyConnection) -> dict[int, Node]:
    """Return the touched tellings by their numbers."""
    members: dict[int, list[Member]] = defaultdict(list)
    titled: dict[int, set[UUID]] = defaultdict(set)
    for number, first, has_title, *fields in connection.execute(query("stories/touched_members")).fetchall():
        members[number].insert(0 if first else len(members[number]), Member(*fields))
        if has_title:
            titled[number].add(fields[0])
    return {number: Node(tuple(found), frozenset(titled[number])) for number, found in members.items()}


def _grouped(connection: duckdb.DuckDBPyConnection, touched: Touched, pairs: Pairs) -> list[list[int]]:
    linked, unlinked = _said(connection, touched)
    size = len(touched.numbers)
    apart = kept_apart(size, linked, unlinked)
    if apart:
        places = pairs[:, :2].astype(np.intp).tolist()
        free = [(min(a, b), max(a, b)) not in apart for a, b in places]
        pairs = np.concatenate([pairs[free], [(a, b, _NEVER) for a, b in apart]])
    groups = cluster(size, pairs)
    return joined(groups, linked, apart) if linked else groups


def _said(connection: duckdb.DuckDBPyConnection, touched: Touched) -> tuple[list[Pair], list[Pair]]:
    """Return which tellings analysts linked, and which they unlinked, by their places."""
    verdicts = read_story_verdicts(connection)
    rows = connection.execute(query("stories/judged_tellings")).fetchall()
    places = touched.places(np.array([number for _, number in rows], np.int64)).tolist()
    place = {doc_id: at for (doc_id, _), at in zip(rows, places, strict=True)}
    linked, unlinked = (
        [
            (place[doc_id], place[other])
            for doc_id, others in word.items()
            for other in others
            if doc_id in place and other in place and place[doc_id] < place[other]
        ]
        for word in (verdicts.linked, verdicts.unlinked)
    )
    return linked, unlinked


def story_id(story: Iterable[Node]) -> UUID:
    """Return the id of a story, which is that of its earliest document as a story, copies among them."""
    anchor = min((member for node in story for member in node.members), key=age)
    return uuid5(NAMESPACE, f"story:{anchor.doc_id}")


def lead(story: Iterable[Node], policy: Policy) -> UUID:
    """Return the document that gives a story its headline: the best canonical one that has a title."""
    return min(story, key=lambda node: (node.doc_id not in node.titled, policy.rank(node.members[0]))).doc_id


def _write(connection: duckdb.DuckDBPyConnection, stories: Sequence[Sequence[Node]], policy: Policy) -> None:
    connection.register("incoming", arrow.table(_STORIES, _rows(stories, policy)))
    for name in ("note_story_moves", "changed_stories", "delete_stories"):
        connection.execute(query(f"stories/{name}"))
    connection.execute("INSERT INTO store.stories BY NAME SELECT * FROM changed_stories")
    connection.unregister("incoming")


def _rows(stories: Iterable[Sequence[Node]], policy: Policy) -> Iterator[tuple[UUID, UUID, UUID]]:
    for story in stories:
        name, first = story_id(story), lead(story, policy)
        yield from ((member.doc_id, name, first) for node in story for member in node.members)
