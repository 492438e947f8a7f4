"""The account of one run in Markdown, from the warehouse alone: what it did, and where the evidence is.

It is the artifact `summary` of a run in Prefect, and what `copydesk report` prints.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flows.summary import by_kind, count, new_rules, shortened
from warehouse.reader import Reader
from warehouse.stored import CopyGroup, Found, StoredRule

# A longer table cannot be read on a page; the warehouse has all of it.
_MOST = 20
_TEXT = 100
_MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~&:@")
_NUMBERS = ("seen", "added", "updated", "unchanged", "rejected", "removals", "near_duplicates")


@dataclass(frozen=True, slots=True)
class Account:
    """A row of `runs`, what the warehouse holds of that run now, and the rules that wait for a decision."""

    run: dict[str, Any]
    found: Found
    proposed: Sequence[StoredRule]


def of_run(reader: Reader, name: str | None = None) -> Account:
    """Return the account of the run with this id, or unique prefix of one, else of the latest."""
    run = reader.run(name)
    run_id: UUID = run["run_id"]
    waiting = [each for each in reader.rules() if each.state == "proposed"]
    return Account(run, reader.found(run_id), waiting)


def markdown(account: Account) -> str:
    """Return the account as Markdown."""
    parts = [
        _head(account.run),
        _cuts(account.found),
        _first_cuts(account.found),
        _groups(account.found.groups),
        _proposed(account.proposed),
        _rejects(account.found.rejects),
    ]
    return "\n\n".join(part for part in parts if part)


def still_written(left: Sequence[str]) -> str:
    """Return what follows the account where a run left files for the next one."""
    if not left:
        return ""
    names = "\n".join(f"- {cell(name)}" for name in left[:_MOST])
    return f"\n\n## Still being written\n\n{names}{_more(len(left))}"


def numbers(account: Account) -> list[tuple[str, int]]:
    """Return what the chart of a run shows: what became of its inputs, then its cuts by kind."""
    run = account.run
    outcomes = [(name, run[name] or 0) for name in ("added", "updated", "unchanged", "rejected")]
    return [*outcomes, ("near duplicates", run["near_duplicates"] or 0), *by_kind(account.found)]


def cell(text: str, characters: int = _TEXT) -> str:
    """Return a text as the cell of a Markdown table, where none of its characters means anything."""
    return "".join(f"\\{mark}" if mark in _MARKUP else mark for mark in shortened(text, characters))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()) -> str:
    """Return a Markdown table of cells; the columns named in `numbers` are aligned to the right."""
    lines = [columns, ["---:" if column in numbers else "---" for column in columns], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _head(run: dict[str, Any]) -> str:
    seen, seconds = run["seen"] or 0, run["seconds"]
    speed = f", {seen / seconds:,.0f} a second" if seen and seconds else ""
    took = f"; it took {seconds:,.1f} s{speed}" if seconds is not None else ""
    rows = [[name.replace("_", " "), f"{run[name] or 0:,}"] for name in _NUMBERS]
    outcome = ", ".join(f"{run[name] or 0:,} {name}" for name in _NUMBERS[1:5])
    return "\n\n".join(
        [
            f"# Read {count(seen, 'input')}: {outcome}.",
            f"Run `{run['run_id']}` of `{run['source']}`, {run['status']}, "
            f"began {run['started_at']:%Y-%m-%d %H:%M} UTC, copydesk {run['version']}{took}.",
            table(["what", "number"], rows, numbers=["number"]),
        ]
    )


def _cuts(found: Found) -> str:
    rows = [[kind, f"{number:,}"] for kind, number in by_kind(found)]
    if not rows:
        return ""
    return f"## Cuts\n\n{table(['kind of cut', 'cuts'], rows, numbers=['cuts'])}"


def _first_cuts(found: Found) -> str:
    new = new_rules(found)
    rows = [[f"`{row.rule}`", row.kind, f"{row.cuts:,}", cell(row.example)] for row in new[:_MOST]]
    if not rows:
        return ""
    columns = table(["rule", "kind", "cuts", "example"], rows, numbers=["cuts"])
    return f"Rules that cut something for the first time:\n\n{columns}{_more(len(new))}"


def _groups(groups: Sequence[CopyGroup]) -> str:
    if not groups:
        return ""
    rows = [
        [
            f"{group.size:,}",
            cell(group.title or group.canonical_uri),
            cell(", ".join(group.sites)),
            cell(group.why_canonical),
            _code(evidence(group)),
        ]
        for group in groups[:_MOST]
    ]
    columns = ["copies", "title", "sites", "why it stands for them", "evidence"]
    told = table(columns, rows, numbers=["copies"])
    return f"## {count(len(groups), 'group')} of copies with something new\n\n{told}{_more(len(groups))}"


def evidence(group: CopyGroup) -> str:
    """Return the command that shows why a group is one: its canonical document beside another."""
    other = next((uri for uri in group.members if uri != group.canonical_uri), group.canonical_uri)
    return shlex.join(["copydesk", "explain", group.canonical_uri, other])


def _proposed(rules: Sequence[StoredRule]) -> str:
    if not rules:
        return ""
    rows = [
        [f"`{each.rule}`", cell(each.site or ""), f"{each.articles or 0:,}", cell(each.text)]
        for each in rules[:_MOST]
    ]
    told = table(["rule", "site", "articles", "line"], rows, numbers=["articles"])
    return (
        f"## {count(len(rules), 'rule')} proposed\n\nLines that sites repeat; nothing is cut before "
        f"`copydesk rules approve RULE`.\n\n{told}{_more(len(rules))}"
    )


def _rejects(rejects: Sequence[dict[str, Any]]) -> str:
    if not rejects:
        return ""
    codes = Counter(str(row["error_code"]) for row in rejects)
    listed = ", ".join(f"{number:,} `{code}`" for code, number in codes.most_common())
    rows = [[cell(row["source_uri"]), cell(row["reason"], 200)] for row in rejects[:_MOST]]
    return f"## Rejects: {listed}\n\n{table(['input', 'reason'], rows)}{_more(len(rejects))}"


def _more(number: int) -> str:
    return f"\n\nand {number - _MOST:,} more" if number > _MOST else ""


def _code(command: str) -> str:
    """Return a command as code in a cell; a backtick in a name would end it."""
    return f"`{command}`" if not {"`", "|"} & set(command) else cell(command, 200)
