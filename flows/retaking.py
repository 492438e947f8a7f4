"""What rejects give when they are read again, and which of them are read to their end."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from flows.pipeline import Request, arriving
from ingest.configured import ConfiguredSource
from ingest.credentials import without_credentials
from ingest.errors import UsageError
from ingest.identity import DEFAULT_SOURCE
from ingest.model import Arrival, Reject
from ingest.sources.reading.again import read_again, stands_alone
from ingest.sources.reading.paths import check, find
from warehouse.files import Files
from warehouse.load import reject_id
from warehouse.rejects import StoredReject, Wanted, around
from warehouse.stored import Result

_FETCHED = 100


class Rejects(Protocol):
    """Where rejects are stored: what readers and writers offer."""

    def rejected(self, wanted: Wanted) -> Result: ...
    def rejects(self, reject_ids: Sequence[UUID]) -> list[StoredReject]: ...


class Retaking:
    """Reads rejects again: from the bytes that were kept, else from their files where these are known.

    `ids` are the rejects that are meant. `again` is what was set aside once more so far, `left` are those
    that cannot be taken, each with a clause that says why.
    """

    def __init__(
        self,
        store: Rejects,
        wanted: Wanted,
        columns: Mapping[str, str],
        configured: Sequence[ConfiguredSource],
        files: Files,
    ) -> None:
        self._store, self._columns, self._files = store, columns, files
        self._configured = {source.name: source for source in configured}
        self._ended: list[UUID] = []
        self._again: dict[UUID, Reject] = {}
        self.ids = [row["reject_id"] for row in store.rejected(wanted).records()]
        self.left: list[tuple[Reject, str]] = []

    @property
    def again(self) -> list[Reject]:
        return list(self._again.values())

    def hear(self, rejects: Iterable[Reject]) -> None:
        """Take note of what was set aside again."""
        self._again |= {reject_id(reject): reject for reject in rejects}

    def done(self) -> list[UUID]:
        """Return the rejects read to their end since the last call, without those that came again."""
        ended, self._ended = self._ended, []
        return [each for each in ended if each not in self._again]

    def items(self) -> Iterator[Arrival]:
        """Yield what the rejects give, in the order in which they were met; last what comes from files."""
        elsewhere: list[StoredReject] = []
        for start in range(0, len(self.ids), _FETCHED):
            for stored in self._store.rejects(self.ids[start : start + _FETCHED]):
                if stands_alone(stored.reject):
                    yield from read_again(stored.reject, self._mapping(stored))
                    self._ended.append(stored.reject_id)
                else:
                    elsewhere.append(replace(stored, reject=replace(stored.reject, data=None)))
        for request, group in self._by_request(elsewhere):
            paths = self._paths(request, group)
            if paths:
                # What else these files hold is known, or as new as the rest.
                yield from arriving(request, self._files, only=frozenset(paths.values()))
                self._ended += paths

    def _by_request(self, stored: Sequence[StoredReject]) -> Iterator[tuple[Request, list[StoredReject]]]:
        groups: dict[str, tuple[Request, list[StoredReject]]] = {}
        for each in stored:
            request = self._request(each)
            why = _why_not(each.reject, request)
            if why:
                self.left.append((each.reject, why))
            else:
                groups.setdefault(repr(request), (request, []))[1].append(each)
        yield from groups.values()

    def _request(self, stored: StoredReject) -> Request:
        """Return how the file of a reject is read: as its source is configured, else as it was then."""
        source, known = self._configured.get(stored.reject.source), stored.parameters
        if source:
            return Request(
                [os.path.abspath(each) if "://" not in each else each for each in source.locations],
                source.name,
                source.kind,
                columns=self._mapping(stored),
                carried=source.carried,
                manners=source.manners,
            )
        return Request(
            known.get("paths", ()),
            stored.reject.source,
            known.get("format", "auto"),
            columns=self._mapping(stored),
            carried=known.get("carried", {}),
        )

    def _mapping(self, stored: StoredReject) -> Mapping[str, str]:
        """Return the mapping of columns that holds now, else that of the run that met the reject."""
        source = self._configured.get(stored.reject.source)
        then: Mapping[str, str] = stored.parameters.get("columns", {})
        return self._columns or (source.columns if source else {}) or then

    def _paths(self, request: Request, stored: Sequence[StoredReject]) -> dict[UUID, str]:
        """Return where the file of each reject lies; those whose file is gone are left."""
        by_address = {entry.uri: entry.path for entry in find(request.paths)}
        paths = {}
        for each in stored:
            uri = each.reject.source_uri
            file = next((name for name in (uri, *around(uri)) if name in by_address), None)
            if file is None:
                self.left.append((each.reject, f"its file is not there any more; {_advice(request)}"))
            else:
                paths[each.reject_id] = by_address[file]
        return paths


def _why_not(reject: Reject, request: Request) -> str | None:
    """Say why the file of a reject cannot be read, None where it can."""
    if reject.code == "forgotten":
        return "it was forgotten, and stays so"
    if not request.paths or not all(map(os.path.isabs, request.paths)):
        # A relative path may lead elsewhere by now.
        return f"its bytes were not kept, and where its file lies is not known; {_advice(request)}"
    try:
        check(request.paths)
    except UsageError:
        return f"its file is not there any more; {_advice(request)}"
    return None


def _advice(request: Request) -> str:
    """Return the command that reads everything again."""
    paths = " ".join(shlex.quote(without_credentials(path)) for path in request.paths) or "PATH"
    source = "" if request.source == DEFAULT_SOURCE else f" --source {shlex.quote(request.source)}"
    return f"read it with `copydesk ingest {paths}{source}`"
