"""What loading would do, told from a warehouse that is only read: what is new, and a copy of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import duckdb

from ingest.fingerprint import Fingerprint, fingerprint, profiles
from ingest.fingerprint.compare import Comparison, compare
from ingest.fingerprint.profile import Profile
from ingest.fingerprint.thresholds import FLOOR
from ingest.model import Document
from warehouse import arrow
from warehouse.contents import HASHES, NUMBERS, key_table
from warehouse.database import query
from warehouse.grouping import Group, Neighbours, Scores, group, neighbours
from warehouse.history import Head, History, Outcome, take_in
from warehouse.load import read_histories
from warehouse.policy import Member, Policy
from warehouse.regroup import members_around, read_neighbours
from warehouse.settings import read_policy, read_thresholds
from warehouse.thresholds import SourceThresholds
from warehouse.verdicts import read_verdicts

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What loading one document would do, and the group of `size` copies that it would end up in.

    `canonical` and `scores` are None for a document that would stand for its group; `canonical_uri` is
    where the canonical document stands.
    """

    outcome: Outcome
    doc_id: UUID
    source_uri: str
    size: int
    canonical: UUID | None = None
    canonical_uri: str | None = None
    scores: Scores | None = None


@dataclass(frozen=True, slots=True)
class _Version:
    content_hash: str
    text: str
    published_at: datetime | None
    canonical_url: str | None
    site: str | None


class Foresight:
    """A load that is only thought through. Documents come in batches, as they would be loaded."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._histories: dict[UUID, History] = {}
        self._before: dict[UUID, Head | None] = {}
        self._versions: dict[tuple[UUID, int], _Version] = {}
        self._prints: dict[str, Fingerprint] = {}
        self._arrived: list[tuple[Outcome, UUID, str]] = []

    def take_in(self, documents: Sequence[Document], prints: Sequence[Fingerprint]) -> list[Outcome]:
        """Take in a batch with its fingerprints; return what each document would be."""
        fresh = {document.doc_id for document in documents} - self._histories.keys()
        self._histories |= read_histories(self._connection, fresh)
        self._before |= {d: self._histories[d].head() if d in self._histories else None for d in fresh}
        changes = take_in(self._histories, documents)
        for number, d in changes.written:
            version = _Version(d.content_hash, d.text, d.published_at, d.canonical_url, d.site)
            self._versions[d.doc_id, number] = version
        written = {d.content_hash for _, d in changes.written}
        for document, print_ in zip(documents, prints, strict=True):
            if document.content_hash in written:
                self._prints[document.content_hash] = print_
        self._arrived += [
            (outcome, d.doc_id, d.source_uri) for outcome, d in zip(changes.outcomes, documents, strict=True)
        ]
        return changes.outcomes

    def conclude(
        self, policy: Policy | None = None, thresholds: SourceThresholds | None = None
    ) -> list[Foreseen]:
        """Return what would come of everything taken in, in its order.

        None stands for the policy and the thresholds of the warehouse.
        """
        heads = {d: head for d, history in self._histories.items() if (head := history.head())}
        moved = {d: head for d, head in heads.items() if head != self._before[d]}
        rules = policy or read_policy(self._connection), thresholds or read_thresholds(self._connection)
        groups = self._groups(moved, *rules)
        places = self._places(groups) | {d: head.source_uri for d, head in heads.items()}
        at = {member.doc_id: each for each in groups for member in each.members}
        return [_foreseen(arrived, at[arrived[1]], places) for arrived in self._arrived]

    def _groups(self, moved: dict[UUID, Head], policy: Policy, limits: SourceThresholds) -> list[Group]:
        current = self._current(moved)
        numbers, new = self._numbers({version.content_hash: version.text for version in current.values()})
        pairs = list(self._pairs(new))
        connection = self._connection
        connection.register("wanted", arrow.ids(moved))
        old = {number for (number,) in connection.execute(query("old_contents")).fetchall()}
        connection.unregister("wanted")
        touched = old | set(numbers.values()) | {number for a, b, _ in pairs for number in (a, b)}
        stored = members_around(connection, self._histories, touched, limits)
        near = _joined(read_neighbours(connection), pairs)
        members = [member for member in stored if member.doc_id not in moved]
        members += [_member(d, moved[d], version, numbers, limits) for d, version in current.items()]
        return group(members, near, read_verdicts(connection), policy)

    def _places(self, groups: Iterable[Group]) -> dict[UUID, str]:
        """Return where the stored ones among the canonical documents stand."""
        self._connection.register("wanted", arrow.ids(each.canonical.doc_id for each in groups))
        sql = "SELECT doc_id, source_uri FROM store.heads WHERE doc_id IN (SELECT doc_id FROM wanted)"
        rows = self._connection.execute(sql).fetchall()
        self._connection.unregister("wanted")
        return dict(rows)

    def _current(self, moved: dict[UUID, Head]) -> dict[UUID, _Version]:
        """Return the current versions of the moved documents; a stored one may have become current again."""
        stored = [doc_id for doc_id, head in moved.items() if (doc_id, head.number) not in self._versions]
        self._connection.register("wanted", arrow.ids(stored))
        for doc_id, number, *fields in self._connection.execute(query("stored_versions")).fetchall():
            self._versions[doc_id, number] = _Version(*fields)
        self._connection.unregister("wanted")
        return {doc_id: self._versions[doc_id, head.number] for doc_id, head in moved.items()}

    def _numbers(self, texts: dict[str, str]) -> tuple[dict[str, int], dict[int, Fingerprint]]:
        """Return the numbers of texts by hash, and the fingerprints of those that are stored nowhere."""
        self._connection.register("wanted", arrow.table(HASHES, ((digest,) for digest in texts)))
        numbers = dict(self._connection.execute(query("known_contents")).fetchall())
        self._connection.unregister("wanted")
        [(last,)] = self._connection.execute(
            "SELECT coalesce(max(content_no), 0) FROM store.contents"
        ).fetchall()
        unknown = sorted(texts.keys() - numbers.keys())
        missing = [digest for digest in unknown if digest not in self._prints]
        made = fingerprint([texts[digest] for digest in missing])
        prints = self._prints | dict(zip(missing, made, strict=True))
        matchable = (digest for digest in unknown if len(prints[digest].bands))
        new = {last + index: digest for index, digest in enumerate(matchable, 1)}
        numbers |= {digest: number for number, digest in new.items()}
        return numbers, {number: prints[digest] for number, digest in new.items()}

    def _pairs(self, new: dict[int, Fingerprint]) -> Iterator[tuple[int, int, Comparison]]:
        """Yield the verified pairs of new texts, with each other and with stored ones."""
        partners: dict[int, list[int]] = {}
        for other, number in self._candidates(new):
            partners.setdefault(other, []).append(number)
        for other, other_profile in self._profiles(partners, new):
            for number in partners[other]:
                found = compare(new[number].profile, other_profile, FLOOR)
                if found.kind:
                    yield other, number, found

    def _candidates(self, new: dict[int, Fingerprint]) -> list[tuple[int, int]]:
        prints = new.values()
        self._connection.register("new_bands", key_table([*new], [print_.bands for print_ in prints]))
        self._connection.register("new_passages", key_table([*new], [print_.passages for print_ in prints]))
        rows = self._connection.execute(query("foreseen_candidates")).fetchall()
        self._connection.unregister("new_bands")
        self._connection.unregister("new_passages")
        return rows

    def _profiles(self, wanted: Iterable[int], new: dict[int, Fingerprint]) -> Iterator[tuple[int, Profile]]:
        yield from ((number, new[number].profile) for number in wanted if number in new)
        stored = [number for number in wanted if number not in new]
        for start in range(0, len(stored), _CHUNK):
            chunk = arrow.table(NUMBERS, ((number,) for number in stored[start : start + _CHUNK]))
            self._connection.register("wanted", chunk)
            rows = self._connection.execute(query("content_texts")).fetchall()
            self._connection.unregister("wanted")
            found = profiles([text for _, _, text in rows])
            yield from ((number, read) for (number, _, _), read in zip(rows, found, strict=True))


def _joined(near: Neighbours, pairs: Iterable[tuple[int, int, Comparison]]) -> Neighbours:
    for text, others in neighbours(pairs).items():
        near.setdefault(text, {}).update(others)
    return near


def _member(
    doc_id: UUID, head: Head, version: _Version, numbers: dict[str, int], limits: SourceThresholds
) -> Member:
    return Member(
        doc_id,
        numbers.get(version.content_hash),
        version.published_at,
        len(version.text),
        version.canonical_url or f"{head.source}:{head.source_uri}",
        version.site,
        head.source,
        limits.of(head.source),
    )


def _foreseen(arrived: tuple[Outcome, UUID, str], found: Group, places: dict[UUID, str]) -> Foreseen:
    hold = found.holds.get(arrived[1])
    if hold is None:
        return Foreseen(*arrived, len(found.members))
    canonical = found.canonical.doc_id
    return Foreseen(*arrived, len(found.members), canonical, places[canonical], hold.scores)
