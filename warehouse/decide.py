"""What people decide about learned rules: approved ones cut, rejected ones are never proposed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import duckdb
import pyarrow as pa

from ingest.clean.learned.blocks import key_of
from ingest.clean.learned.repeated import Learned
from ingest.model import Repeat
from warehouse import arrow
from warehouse.database import query

State = Literal["approved", "rejected"]

_DECISIONS = pa.schema(
    [
        ("rule", pa.string()),
        ("block", pa.uint64()),
        *((name, pa.string()) for name in ("state", "site", "text")),
        ("articles", pa.int32()),
        ("days", pa.int32()),
        ("reason", pa.string()),
        ("decided_at", pa.timestamp("us", tz="UTC")),
        ("run_id", pa.uuid()),
    ]
)


def decide(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[str], state: State, now: datetime, run_id: UUID
) -> int:
    """Record a decision about learned rules, by their full names; return how many it is new for.

    The evidence of this moment goes with it: it is what the cuts give as their reason.
    """
    rows = [(*change, now, run_id) for change in _changes(connection, rules, state)]
    connection.register("incoming", arrow.table(_DECISIONS, rows))
    connection.execute("DELETE FROM store.decisions WHERE rule IN (SELECT rule FROM incoming)")
    connection.execute("INSERT INTO store.decisions BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
    return len(rows)


def refresh(connection: duckdb.DuckDBPyConnection) -> bool:
    """Give approved rules the evidence of now, as if they were decided on today: their cuts tell of it.

    Say whether that is other evidence for any of them.
    """
    found = connection.execute(query("approved_evidence")).fetchall()
    for rule, site, articles, days in found:
        connection.execute(query("refresh_evidence"), [articles, days, _reason(site, articles, days), rule])
    return bool(found)


def on_trial(connection: duckdb.DuckDBPyConnection, rule: str) -> Learned:
    """Return what cleaning would take if `rule` were approved: itself, or nothing where it is already."""
    changes = _changes(connection, [rule], "approved")
    return {block: Repeat(name, reason) for name, block, *_, reason in changes}


def _changes(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[str], state: State
) -> list[tuple[Any, ...]]:
    """Return the decisions, up to their reason, for those of the rules that are not in this state yet."""
    found = connection.execute(query("undecided"), [list(rules), state]).fetchall()
    return [
        (rule, key_of(rule), state, site, text, articles, days, _reason(site, articles, days))
        for rule, site, text, articles, days in found
    ]


def _reason(site: str, articles: int, days: int) -> str:
    when = f", published on {days:,} days" if days > 1 else ""
    return f"The same line stands in {articles:,} different articles of {site}{when}."
