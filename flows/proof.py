"""Why groups of copies are groups: for each its weakest link, with the words that both documents have."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from uuid import UUID

from flows.marking import cell, code
from flows.summary import count
from warehouse.links import Link
from warehouse.stored import CopyGroup

_MOST_PASSAGES = 3
_PASSAGE = 300


def name(place: int) -> str:
    """Return what the proof of the group at this place, counted from 0, is called."""
    return f"Evidence {place + 1}"


def proofs(groups: Sequence[CopyGroup], links: Mapping[UUID, Link]) -> str:
    """Return a part of Markdown for each group that has a link, under the names that `name` gives."""
    parts = [
        _proof(name(place), group, links[group.copy_id])
        for place, group in enumerate(groups)
        if group.copy_id in links
    ]
    if not parts:
        return ""
    head = "## Evidence\n\nThe two documents of each group that hold it together least, and what both say."
    return "\n\n".join([head, *parts])


def command(group: CopyGroup) -> str:
    """Return the command that shows the canonical document of a group beside another one."""
    other = next((uri for uri in group.members if uri != group.canonical_uri), group.canonical_uri)
    return _explain(group.canonical_uri, other)


def _proof(title: str, group: CopyGroup, link: Link) -> str:
    quoted = [f"> {cell(passage, _PASSAGE)}" for passage in link.passages[:_MOST_PASSAGES]]
    more = len(link.passages) - len(quoted)
    tail = [f"and {count(more, 'passage')} more"] if more else []
    return "\n\n".join(
        [
            f"### {title}",
            f"**{cell(group.title or group.canonical_uri)}**",
            f"{cell(link.first, 200)} and {cell(link.second, 200)}: {_scores(link)}.",
            *quoted,
            *tail,
            f"Side by side: {code(_explain(link.first, link.second))}",
        ]
    )


def _explain(first: str, second: str) -> str:
    return shlex.join(["copydesk", "explain", first, second])


def _scores(link: Link) -> str:
    if link.jaccard is None or link.containment is None:
        return "an analyst linked them"
    return f"{link.kind}, Jaccard {link.jaccard:.2f}, containment {link.containment:.2f}"
