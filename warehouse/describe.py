"""The schema as a page, made from the comments in the database itself: `python -m warehouse.describe`."""

from __future__ import annotations

import duckdb

from warehouse.database import query
from warehouse.diagram import diagram
from warehouse.migrate import migrate

_HEAD = """# Tables

Made from the comments in the database by `python -m warehouse.describe > docs/schema.md`; or ask it yourself:
`SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = 'documents'`.
The tables of schema `store` are the program's own.
"""
_PICTURE = """
The keys, and what they refer to: `||` is exactly one row, `|o` at most one, `o{` any number.

"""


def page() -> str:
    """Return the Markdown page of the tables that analysts read."""
    with duckdb.connect() as connection:
        migrate(connection)
        tables = connection.execute(query("described_tables")).fetchall()
        columns = connection.execute(query("described_columns")).fetchall()
    named = {
        name: [(column, kind) for owner, column, kind, _ in columns if owner == name] for name, _ in tables
    }
    parts = [_HEAD, _PICTURE, diagram(named)]
    for table, comment in tables:
        parts.append(
            f"\n## {table}\n\n{comment}.\n\n| column | type | what it holds |\n| --- | --- | --- |\n"
        )
        parts += [
            f"| `{column}` | {kind} | {text} |\n" for owner, column, kind, text in columns if owner == table
        ]
    return "".join(parts)


if __name__ == "__main__":
    print(page(), end="")
