"""How the web is reached in one run, and what earlier runs read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.errors import Refused
from ingest.fetch import Fetched, Manners, Session, Validators
from ingest.fetch.clock import Clock
from ingest.fetch.hosts import Resolve, resolve
from ingest.model import Visit

# The visits to these addresses by earlier runs, for a source.
Visited = Callable[[str, Sequence[str]], Mapping[str, Visit]]

_AT_ONCE = 100


def unvisited(source: str, uris: Sequence[str]) -> Mapping[str, Visit]:
    """Say of every address that it was not visited yet."""
    return {}


@dataclass(frozen=True, slots=True)
class Address:
    """An address to be read: as it is asked for, and as it is stored.

    `mark` names the version that stands there, where a list says so. `facts` are what the list says of the
    page, `own` the article itself as HTML, where the list holds it.
    """

    url: str
    uri: str
    mark: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    own: bytes | None = None


class Reach:
    """Fetches what lists name, each address once in a run, and nothing that is known to be the same."""

    def __init__(
        self,
        manners: Manners | None = None,
        visited: Visited = unvisited,
        *,
        resolve: Resolve = resolve,
        clock: Clock | None = None,
    ) -> None:
        self._session = Session(manners or Manners(), resolve=resolve, clock=clock)
        self._visited = visited
        self._taken: set[tuple[str, str]] = set()

    def fetch(
        self, source: str, addresses: Iterable[Address]
    ) -> Iterator[tuple[Address, Fetched | Refused | None]]:
        """What stands at each address, in their order; None where a list says that it is as it was."""
        known: dict[str, Visit] = {}

        def fresh() -> Iterator[Address]:
            for chunk in _chunks(self._first_of(source, addresses)):
                known.clear()
                known.update(self._visited(source, [each.uri for each in chunk]))
                yield from chunk

        def request(address: Address) -> tuple[str, Validators] | None:
            visit = known.get(address.uri)
            if visit is None or (address.mark is not None and address.mark != visit.mark):
                return address.url, Validators()
            if address.mark is not None:
                return None
            return address.url, Validators(visit.etag, visit.last_modified)

        return self._session.ahead(fresh(), request)

    def close(self) -> None:
        """End what is under way."""
        self._session.close()

    def _first_of(self, source: str, addresses: Iterable[Address]) -> Iterator[Address]:
        for address in addresses:
            if (source, address.uri) not in self._taken:
                self._taken.add((source, address.uri))
                yield address


def _chunks(addresses: Iterable[Address]) -> Iterator[list[Address]]:
    chunk: list[Address] = []
    for address in addresses:
        chunk.append(address)
        if len(chunk) >= _AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
