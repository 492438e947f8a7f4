"""What a run did, in a few lines for the person at the terminal."""

from __future__ import annotations

from collections import Counter

from flows.pipeline import Summary
from flows.screen import visible
from warehouse.stored import CopyGroup, Found

_FEW = 5


def summary(done: Summary, found: Found, place: str) -> str:
    """Return the summary of a run; `found` is what this run added or changed, `place` the file's name."""
    total = done.total
    lines = [
        f"Read {count(total.seen, 'article')} in {done.seconds:.1f} s: {total.added:,} added, "
        f"{total.updated:,} updated, {total.unchanged:,} unchanged, {total.rejected:,} rejected.",
        *cuts_by_kind(found),
        *groups(found.groups),
        *_rejects(found, total.rejected),
        f"The warehouse is {place}.",
    ]
    return visible("\n".join(lines))


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it needs one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def cuts_by_kind(found: Found) -> list[str]:
    """Return one line per kind of cut, the most frequent first."""
    kinds: Counter[str] = Counter()
    for row in found.cuts:
        kinds[row.kind] += row.cuts
    if not kinds:
        return ["Nothing was cut."] if found.documents else []
    lines = [
        f"  {number:>7,}  {kind}"
        for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    ]
    return [f"{count(kinds.total(), 'cut')}:", *lines]


def groups(found: list[CopyGroup], few: int = _FEW) -> list[str]:
    """Return the largest groups of copies, a line each."""
    if not found:
        return []
    lines = [
        f"  {group.size:>7,}  {group.title or group.canonical_uri}{_sites(group)}" for group in found[:few]
    ]
    more = [f"           and {len(found) - few:,} more groups"] if len(found) > few else []
    return [f"{count(len(found), 'group')} of copies:", *lines, *more]


def _sites(group: CopyGroup) -> str:
    return f" ({', '.join(group.sites)})" if group.sites else ""


def _rejects(found: Found, total: int) -> list[str]:
    if not total:
        return []
    lines = [f"  {row['source_uri']}: {row['reason']} ({row['error_code']})" for row in found.rejects[:_FEW]]
    known = total - len(found.rejects)
    if len(found.rejects) > _FEW:
        lines.append(f"  and {len(found.rejects) - _FEW:,} more: SELECT source_uri, reason FROM rejects")
    if known > 0:
        lines.append(f"  {known:,} of them were rejected before.")
    return [f"{count(total, 'input')} rejected:", *lines]
