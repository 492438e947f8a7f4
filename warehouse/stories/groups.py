"""Which tellings report one event: groups around what a batch touched, their ids, what is related in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

import duckdb
import pyarrow as pa

from ingest.identity import NAMESPACE
from ingest.telling import RELATED, TOGETHER, cluster, components
from warehouse import arrow
from warehouse.database import query
from warehouse.grouping import age
from warehouse.load import Load
from warehouse.policy import Member, Policy
from warehouse.settings import read_policy
from warehouse.stories.judged import Pair, joined, kept_apart
from warehouse.stories.links import write_links
from warehouse.verdicts import read_story_verdicts

_STORIES = pa.schema([("doc_id", pa.uuid()), ("story_id", pa.uuid()), ("lead_doc_id", pa.uuid())])
# However many tellings a mean is taken over, this score keeps two of them apart.
_NEVER = -1e9
# Stories are formed around so many tellings at a time.
_PART = 5000


@dataclass(frozen=True, slots=True)
class Node:
    """A telling with all documents that follow it, its own first; `titled` are those that have a title."""

    number: int
    members: tuple[Member, ...]
    titled: frozenset[UUID]

    @property
    def doc_id(self) -> UUID:
        """The document that tells."""
        return self.members[0].doc_id


Scored = Sequence[tuple[int, int, float]]


def regroup_stories(load: Load) -> None:
    """Form anew the stories of some of `store.waiting_tellings` and all that is joined with them."""
    connection = load.connection
    _touch_next(connection)
    nodes = _nodes(connection)
    pairs = connection.execute(query("stories/touched_pairs")).fetchall()
    stories = _grouped(connection, nodes, pairs)
    _write(connection, stories, read_policy(connection))
    home = {node.number: at for at, story in enumerate(stories) for node in story}
    related = (pair for pair in pairs if pair[2] >= RELATED and home[pair[0]] == home[pair[1]])
    write_links(load, [(home[a], a, b) for a, b, _ in related])


def _touch_next(connection: duckdb.DuckDBPyConnection) -> None:
    """Move some of `store.waiting_tellings` and all joined with them to `touched_tellings`."""
    connection.execute(query("stories/next_touched"), [_PART])
    while connection.execute(query("stories/expand_touched"), [TOGETHER]).fetchall() != [(0,)]:
        pass
    connection.execute(query("stories/drop_waiting"))


def _nodes(connection: duckdb.DuckDBPyConnection) -> list[Node]:
    """Return the touched tellings in the order of their documents' ids."""
    members: dict[int, list[Member]] = defaultdict(list)
    titled: dict[int, set[UUID]] = defaultdict(set)
    for number, first, has_title, *fields in connection.execute(query("stories/touched_members")).fetchall():
        members[number].insert(0 if first else len(members[number]), Member(*fields))
        if has_title:
            titled[number].add(fields[0])
    nodes = (Node(no, tuple(found), frozenset(titled[no])) for no, found in members.items())
    return sorted(nodes, key=lambda node: node.doc_id.bytes)


def _grouped(connection: duckdb.DuckDBPyConnection, nodes: Sequence[Node], pairs: Scored) -> list[list[Node]]:
    place = {node.number: at for at, node in enumerate(nodes)}
    scores = [(place[a], place[b], score) for a, b, score in pairs]
    linked, unlinked = _said(connection, nodes)
    apart = kept_apart(len(nodes), linked, unlinked)
    parts = components(len(nodes), scores)
    home = {old: (number, new) for number, part in enumerate(parts) for new, old in enumerate(part)}
    inside: list[list[tuple[int, int, float]]] = [[] for _ in parts]
    scores = [(a, b, score) for a, b, score in scores if (min(a, b), max(a, b)) not in apart]
    for a, b, score in [*scores, *((a, b, _NEVER) for a, b in apart)]:
        (number, at_a), (other, at_b) = home[a], home[b]
        if number == other:
            inside[number].append((at_a, at_b, score))
    groups = [
        [part[at] for at in found]
        for part, scored in zip(parts, inside, strict=True)
        for found in (cluster(len(part), scored) if scored else [[0]])
    ]
    return [[nodes[at] for at in group] for group in joined(groups, linked, apart)]


def _said(connection: duckdb.DuckDBPyConnection, nodes: Sequence[Node]) -> tuple[list[Pair], list[Pair]]:
    """Return which tellings analysts linked, and which they unlinked, by place in `nodes`."""
    verdicts = read_story_verdicts(connection)
    place = {member.doc_id: at for at, node in enumerate(nodes) for member in node.members}
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
