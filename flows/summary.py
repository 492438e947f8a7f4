"""What a run did, in a few lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from flows.pipeline import Summary
from flows.screen import visible
from warehouse.publish import Publication
from warehouse.stored import CopyGroup, CutsByRule, Found

_FEW = 5


def outcome(done: Summary) -> str:
    """Return what a run did, in one sentence."""
    total = done.total
    return (
        f"Read {count(total.seen, 'input')}: {total.added:,} added, {total.updated:,} updated, "
        f"{total.unchanged:,} unchanged, {total.rejected:,} rejected.{_left(done)}"
    )


def left(done: Summary) -> list[str]:
    """Return the files that were left for the next run, a line each."""
    if not done.left:
        return []
    more = [f"  and {len(done.left) - _FEW:,} more"] if len(done.left) > _FEW else []
    return ["Still being written:", *(f"  {uri}" for uri in done.left[:_FEW]), *more]


def _left(done: Summary) -> str:
    """What was left, as the last sentence of an outcome."""
    if not done.left:
        return ""
    files = count(len(done.left), "file was", "files were")
    return f" {files} still being written and left for the next run."


def summary(done: Summary, found: Found, place: str) -> str:
    """Return the summary of a run; `found` is what this run added or changed, `place` the file's name."""
    lines = [
        outcome(done),
        *left(done),
        *cuts(found),
        *_new_rules(found),
        *groups(found.groups),
        *_rejects(found.rejects, done.total.rejected),
        *waiting(found.proposed),
        published(done.publication),
        f"The warehouse is {place}; the run took {done.seconds:.1f} s.",
    ]
    return visible("\n".join(lines))


def published(publication: Publication) -> str:
    """Return what publishing cost."""
    if not publication.size:
        return "Nothing had changed, so no new file was published."
    return f"Publishing {size(publication.size)} took {publication.seconds:.1f} s."


def size(number: int) -> str:
    """Return a number of bytes for a person, in powers of 1,000."""
    value, unit = float(number), "B"
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if value < 1000 or unit == "TB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun, in the plural where it needs one."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def by_kind(found: Found) -> list[tuple[str, int]]:
    """Return how many cuts each kind has, the most frequent first."""
    kinds: Counter[str] = Counter()
    for row in found.cuts:
        kinds[row.kind] += row.cuts
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def cuts(found: Found) -> list[str]:
    """Return the cuts by kind, a line each."""
    kinds = by_kind(found)
    if not kinds:
        return ["Nothing was cut."] if found.documents else []
    lines = [f"  {number:>7,}  {kind}" for kind, number in kinds]
    return [f"{count(sum(number for _, number in kinds), 'cut')}:", *lines]


def new_rules(found: Found) -> list[CutsByRule]:
    """Return the rules that cut something for the first time in this warehouse."""
    return [row for row in found.cuts if row.rule in found.new_rules]


def waiting(proposed: int) -> list[str]:
    """Return that learned rules wait for a decision, where some do."""
    if not proposed:
        return []
    rules = count(proposed, "line that a site repeats is", "lines that sites repeat are")
    return [f"{rules} proposed for cutting: `copydesk rules --state proposed`."]


def shortened(text: str, characters: int = 80) -> str:
    """Return a text in one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= characters else f"{line[: characters - 1]}…"


def _new_rules(found: Found) -> list[str]:
    """The rules that cut for the first time, a line each with what they cut."""
    new = new_rules(found)
    if not new:
        return []
    lines = [f"  {row.rule} ({row.kind}): “{shortened(row.example)}”" for row in new[:_FEW]]
    more = [f"  and {len(new) - _FEW:,} more: `copydesk rules`"] if len(new) > _FEW else []
    return [f"{count(len(new), 'rule')} cut something for the first time:", *lines, *more]


def groups(found: Sequence[CopyGroup]) -> list[str]:
    """Return the largest groups of copies, a line each."""
    if not found:
        return []
    lines = [
        f"  {group.size:>7,}  {group.title or group.canonical_uri}{_sites(group)}" for group in found[:_FEW]
    ]
    more = [f"           and {len(found) - _FEW:,} more"] if len(found) > _FEW else []
    return [f"{count(len(found), 'group')} of copies:", *lines, *more, *bridges(found)]


def bridges(found: Sequence[CopyGroup]) -> list[str]:
    """Return the large groups that one document holds together, a line each."""
    return [
        f"  A look is worth it: {shortened(group.title or group.canonical_uri)} stands for {group.texts:,} "
        f"different texts, {group.bridge_holds:,} of {group.size:,} documents only through {group.bridge_uri}"
        for group in found
        if group.bridge_holds
    ]


def _sites(group: CopyGroup) -> str:
    return f" ({', '.join(group.sites)})" if group.sites else ""


def _rejects(new: Sequence[dict[str, Any]], total: int) -> list[str]:
    if not total:
        return []
    lines = [f"  {row['source_uri']}: {row['reason']} ({row['error_code']})" for row in new[:_FEW]]
    if len(new) > _FEW:
        lines.append(f"  and {len(new) - _FEW:,} more: SELECT source_uri, reason FROM rejects")
    if total > len(new):
        lines.append(f"  {total - len(new):,} of them known from earlier runs")
    return [f"{count(total, 'input')} rejected:", *lines]
