"""The data card of an export: what it is, how much, of when, in which languages, whose, and how made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from warehouse.database import query

_MOST = 25
_READ = {
    "parquet": "pyarrow.dataset.dataset('documents', partitioning='hive').to_table()",
    "jsonl": "duckdb.read_json('documents/*/*.jsonl')",
    "csv": "duckdb.read_csv('documents/*/*.csv')",
    "duckdb": "duckdb.connect('copydesk.duckdb', read_only=True)",
}
_CARD = """# News articles, cleaned

{documents:,} documents, of which {articles:,} are different articles: the others are copies of them.
{words:,} words. {period}

Made by {program} (schema {schema}); {choice}. The same documents always give the same rows in the same
order. `manifest.json` lists every file with its rows, size and SHA-256. In Python: `{read}`.

## Whose texts these are

The texts belong to those who published them. Nothing here grants a right to republish them; ask the
publishers, or see what the law allows you. {holders}

## How they were cleaned

`text` is `extracted_text` without the spans in `removals`: each has a kind, the rule that found it and the
reason for a person. Near-duplicates were found by MinHash and winnowed passages and verified with the true
Jaccard index and containment of three-word shingles (`relations`, shared passages in `evidence`).
`canonical_doc_id` names the document that stands for a group of copies. Nothing was rewritten, translated or
anonymised: names of people are in the texts as they were published. `relations` and `evidence` have the pairs
of which both documents are here.

{tables}"""


def data_card(
    connection: duckdb.DuckDBPyConnection, manifest: dict[str, Any], described: dict[tuple[str, str], str]
) -> str:
    """Return the card of an export as Markdown; its documents are in the temporary table `chosen`."""
    [(documents, articles, words, first, last, undated)] = connection.execute(
        query("exported_portrait")
    ).fetchall()
    holders = _counts(connection, "t.name", "notices", "t.role = 'copyright' AND t.name IS NOT NULL")
    terms = _counts(connection, "t.licence", "documents", "t.licence IS NOT NULL")
    sections = (
        _section("Terms of use, as noted for their sources", ("note", "documents"), terms),
        _section("Languages", ("language", "documents"), _counts(connection, "t.language", "documents")),
        _section("Sites", ("site", "documents"), _counts(connection, "t.site", "documents")),
        _section("Cuts", ("kind", "cuts"), _counts(connection, "t.kind", "removals")),
        _section("Copyright notices that were cut", ("holder", "notices"), holders),
        *(_columns(name, table, described) for name, table in manifest["tables"].items()),
    )
    return _CARD.format(
        documents=documents,
        articles=articles,
        words=words,
        period=_period(first, last, undated),
        program=manifest["program"],
        schema=manifest["schema"],
        choice=_choice(manifest["export"]),
        read=_READ[manifest["export"]["form"]],
        holders=_told_below(terms, holders),
        tables="\n".join(sections),
    )


def _told_below(terms: Sequence[object], holders: Sequence[object]) -> str:
    """Say which of the sections on rights there are."""
    notes = "What was noted on the terms of each source is below." if terms else ""
    return f"{notes} {'Copyright notices that were cut are counted below.' if holders else ''}".strip()


def _counts(
    connection: duckdb.DuckDBPyConnection, column: str, table: str, condition: str = "true"
) -> list[tuple[str, int]]:
    sql = query("exported_counts").format(column=column, table=table, condition=condition)
    return connection.execute(sql).fetchall()


def _period(first: Any, last: Any, undated: int) -> str:
    without = f"{undated:,} without a date." if undated else "All have a date."
    return f"Published from {first:%Y-%m-%d} to {last:%Y-%m-%d}; {without}" if first else without


def _choice(export: dict[str, Any]) -> str:
    chosen = f"documents with `{export['where']}`" if export["where"] else "all documents"
    return f"{chosen}, of copies only the canonical one" if export["only_canonical"] else chosen


def _section(title: str, names: Sequence[str], rows: Sequence[tuple[str, int]]) -> str:
    if not rows:
        return ""
    shown = [(value, f"{count:,}") for value, count in rows[:_MOST]]
    if len(rows) > _MOST:
        shown.append((f"{len(rows) - _MOST:,} more", f"{sum(count for _, count in rows[_MOST:]):,}"))
    return f"## {title}\n\n{_table(names, shown)}"


def _columns(name: str, table: dict[str, Any], described: dict[tuple[str, str], str]) -> str:
    rows = [
        (
            f"`{each['name']}`",
            each["type"],
            described.get((name, each["name"])) or _of_copies(each, described),
        )
        for each in table["columns"]
    ]
    title = f"## Table `{name}`, {table['rows']:,} rows"
    return f"{title}\n\n{_table(('column', 'type', 'what it holds'), rows)}" if rows else f"{title}\n"


def _of_copies(column: dict[str, Any], described: dict[tuple[str, str], str]) -> str:
    """What the columns of `documents` hold that come from other tables."""
    name = column["name"]
    return described.get(("copies", "size" if name == "copies" else name)) or described.get(
        ("stories", name), ""
    )


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [names, ["---"] * len(names), *([_cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: str) -> str:
    return " ".join(value.split()).replace("|", "\\|")
