"""Reads one input, with everything inside it: compression, containers, formats; nothing in it stops a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO, cast

from ingest.errors import Refused
from ingest.model import Arrival
from ingest.sources.reading import compression
from ingest.sources.reading.budget import Budget, Counted, Metered, OverBudgetError
from ingest.sources.reading.choosing import choose
from ingest.sources.reading.formats import Format
from ingest.sources.reading.limits import MAX_KEPT
from ingest.sources.reading.lines import EndlessLineError
from ingest.sources.reading.member import Item, Member
from ingest.sources.reading.opening import Rewound, gather, peek, why_unreadable
from ingest.sources.reading.origin import Origin


def read_stream(
    stream: BinaryIO, origin: Origin, *, name: str = "", forced: Format | None = None
) -> Iterator[Arrival]:
    """The articles of one input, wherever its bytes come from: a file, an archive, a server.

    The format is `forced`, else it goes by the suffix of `name`, the `media_type` that `origin` carries, and
    the content. Whatever is wrong becomes a `Reject`; what came before it counts.
    """
    budget = Budget(origin.size)
    if budget.is_counting:
        stream = cast(BinaryIO, Counted(stream, budget))
    try:
        yield from _guarded(Member(stream, origin, name), forced, budget, 0)
    except OverBudgetError as error:
        yield origin.reject("too_large", str(error))


def _guarded(member: Member, forced: Format | None, budget: Budget, depth: int) -> Iterator[Arrival]:
    """What an input holds; where it fails underway, a reject says why."""
    origin = member.origin
    try:
        if depth:
            budget.enter(depth)
            member = _held(member, budget)
            origin = member.origin
        for item in _unpacked(member, forced, budget):
            if isinstance(item, Member):
                yield from _guarded(item, None, budget, depth + 1)
            else:
                yield item
    except Refused as refusal:
        yield origin.reject(refusal.code, refusal.reason)
    except compression.BrokenStreamError as error:
        yield origin.reject("malformed", f"The compressed file is {error}; what came before was read.")
    except EndlessLineError:
        yield origin.reject("too_large", "A line does not end; the rest of the file was not read.")
    except OverBudgetError:
        raise
    except OSError as error:
        yield origin.reject("unreadable", why_unreadable(error))
    except Exception as error:  # one input must not stop the thousands after it
        yield origin.reject("failed", f"It could not be read ({type(error).__name__}: {error}).")


def _held(member: Member, budget: Budget) -> Member:
    """A member within its budget; a small one is held in memory, so that its reject can keep its bytes."""
    metered = Metered(member.stream, budget)
    head, error = gather(metered, MAX_KEPT + 1)
    if error or len(head) > MAX_KEPT:
        return replace(member, stream=cast(BinaryIO, Rewound(head, metered)))
    origin = replace(member.origin, data=head, size=len(head))
    return replace(member, stream=BytesIO(head), origin=origin)


def _unpacked(member: Member, forced: Format | None, budget: Budget) -> Iterator[Item]:
    """Takes off the compression, if there is one, and reads what is inside."""
    name = member.name.lower()
    head, buffered = peek(member.stream)
    bare, suffix = os.path.splitext(name)
    if suffix in compression.SUFFIXES:
        name = bare + compression.SUFFIXES[suffix]
        if head and not compression.is_compressed(head):
            raise Refused("malformed", "Its name says that it is compressed, but it is not.")
    if compression.is_compressed(head):
        head, buffered = peek(Metered(compression.unpacked(head, buffered), budget))
    if not head:
        raise Refused("empty", "The file is empty.")
    found = forced or choose(name, head, member.origin.carried.get("media_type"))
    yield from found.read(buffered, member.origin)
