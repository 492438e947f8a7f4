"""The account of one run in Markdown, from the warehouse alone: what it did, and where the evidence is.

It is the artifact `summary` of a run in Prefect, and what `copydesk report` prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flows import proof
from flows.marking import cell, code, table
from flows.summary import by_kind, count, new_rules
from warehouse.links import Link
from warehouse.reader import Reader
from warehouse.stored import Found, StoredRule

# A longer table cannot be read on a page; the warehouse has all of it.
_MOST = 20
_WORDS = {"removals": "cuts", "near_duplicates": "near duplicates"}
_NUMBERS = ("seen", "added", "updated", "unchanged", "rejected", "removals", "near_duplicates")


@dataclass(frozen=True, slots=True)
class Account:
    """A row of `runs`, what the warehouse holds of that run now, and the rules that wait for a decision.

    `links` are the weakest links of the groups that the account names, by `copy_id`.
    """

    run: dict[str, Any]
    found: Found
    proposed: Sequence[StoredRule]
    links: Mapping[UUID, Link] = field(default_factory=dict)


def of_run(reader: Reader, name: str | None = None) -> Account:
    """Return the account of the run with this id, or unique prefix of one, else of the latest."""
    run = reader.run(name)
    run_id: UUID = run["run_id"]
    waiting = [each for each in reader.rules() if each.state == "proposed"]
    found = reader.found(run_id)
    links = reader.weakest_links([group.copy_id for group in found.groups[:_MOST]])
    return Account(run, found, waiting, {link.copy_id: link for link in links})


def markdown(account: Account, evidence_at: str | None = None) -> str:
    """Return the account as Markdown; what proves its groups follows at the end or is at an address."""
    parts = [
        _head(account.run),
        _cuts(account.found),
        _first_cuts(account.found),
        _groups(account, evidence_at),
        _proposed(account.proposed),
        _rejects(account.found.rejects),
        "" if evidence_at else evidence(account),
    ]
    return "\n\n".join(part for part in parts if part)


def evidence(account: Account) -> str:
    """Return in Markdown what proves the groups of copies; nothing where there are none."""
    return proof.proofs(account.found.groups[:_MOST], account.links)


def still_written(left: Sequence[str]) -> str:
    """Return what follows the account where a run left files for the next one."""
    if not left:
        return ""
    names = "\n".join(f"- {cell(name)}" for name in left[:_MOST])
    return f"\n\n## Still being written\n\n{names}{_more(len(left))}"


def numbers(account: Account) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return what the chart of a run shows: what became of its inputs, and its cuts by kind."""
    run = account.run
    outcomes = [(name, run[name] or 0) for name in ("added", "updated", "unchanged", "rejected")]
    inputs = [*outcomes, ("near duplicates", run["near_duplicates"] or 0)]
    return [("Inputs", inputs), ("Cuts by kind", by_kind(account.found))]


def _head(run: dict[str, Any]) -> str:
    seen, seconds = run["seen"] or 0, run["seconds"]
    speed = f", {seen / seconds:,.0f} a second" if seen and seconds else ""
    took = f"; it took {seconds:,.1f} s{speed}" if seconds is not None else ""
    rows = [[_WORDS.get(name, name), f"{run[name] or 0:,}"] for name in _NUMBERS]
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


def _groups(account: Account, evidence_at: str | None) -> str:
    groups = account.found.groups
    if not groups:
        return ""
    rows = [
        [
            f"{group.size:,}",
            cell(group.title or group.canonical_uri),
            cell(", ".join(group.sites)),
            cell(group.why_canonical),
            _proof(account, place, evidence_at),
        ]
        for place, group in enumerate(groups[:_MOST])
    ]
    columns = ["copies", "title", "sites", "why it stands for them", "evidence"]
    told = table(columns, rows, numbers=["copies"])
    return f"## {count(len(groups), 'group')} of copies with something new\n\n{told}{_more(len(groups))}"


def _proof(account: Account, place: int, evidence_at: str | None) -> str:
    """The cell that leads to what proves a group: a link, or a command where there is nothing to link to."""
    group = account.found.groups[place]
    if group.copy_id not in account.links:
        return code(proof.command(group))
    name = proof.name(place)
    anchor = f"#{name.lower().replace(' ', '-')}"
    return f"[{name}]({evidence_at or anchor})"


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
