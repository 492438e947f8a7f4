"""Batches that somebody else begins to clean before their turn to be loaded; the turns stay as they are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Chunk = TypeVar("Chunk")
Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Ahead(Generic[Given, Made]):
    """Somebody else who works: `begin` gives them a batch and returns what waits for its outcome.

    The outcome is None where they are gone with it. So many as `batches` are begun before their turn, and
    are in memory besides the one whose turn it is.
    """

    begin: Callable[[Given], Callable[[], Made | None]]
    batches: int


@dataclass(frozen=True, slots=True)
class Begun(Generic[Given, Made]):
    """A batch that somebody works at, as it was when they were given it."""

    given: Given
    wait: Callable[[], Made | None]

    def made_of(self, due: Given) -> Made | None:
        """Return its outcome, None where they are gone with it or something else is due by now."""
        return self.wait() if self.given == due else None


def in_order(
    chunks: Iterable[Chunk], ahead: Ahead[Given, Made] | None, sort_out: Callable[[Chunk], Given]
) -> Iterator[tuple[Chunk, Begun[Given, Made] | None]]:
    """Yield each chunk in its turn, with what was begun of it; `sort_out` says what of it is to be done."""
    if ahead is None:
        yield from ((chunk, None) for chunk in chunks)
        return
    waiting: deque[tuple[Chunk, Begun[Given, Made]]] = deque()
    for chunk in chunks:
        given = sort_out(chunk)
        waiting.append((chunk, Begun(given, ahead.begin(given))))
        if len(waiting) > ahead.batches:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()
