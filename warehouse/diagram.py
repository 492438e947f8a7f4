"""The tables that analysts read as an entity-relationship picture in Mermaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# What a column refers to, by its name.
_REFERS = {
    "doc_id": "documents",
    "doc_a": "documents",
    "doc_b": "documents",
    "held_by": "documents",
    "canonical_doc_id": "documents",
    "run_id": "runs",
    "copy_id": "copy_groups",
}
_KEYS = {"documents": "doc_id", "runs": "run_id", "copy_groups": "copy_id"}
# Of these tables a document has at most one row.
_ONE_EACH = frozenset(["articles", "carried", "copies", "stories"])
# Here a row may refer to what is not there: copies alone are no group, and what is forgotten no document.
_MAY_LACK = frozenset(
    [
        ("copies", "copy_groups"),
        ("copy_history", "copy_groups"),
        ("settings", "runs"),
        ("tombstones", "documents"),
    ]
)
_Columns = Sequence[tuple[str, str]]


def diagram(tables: Mapping[str, _Columns]) -> str:
    """Return the picture of tables by their columns (name, type): keys, and what they refer to."""
    lines = ["```mermaid", "erDiagram"]
    for table, columns in tables.items():
        keys = [(name, kind) for name, kind in columns if name in _REFERS]
        if keys:
            rows = [f"        {kind} {name} {_role(table, name)}" for name, kind in keys]
            lines += [f"    {table} {{", *rows, "    }"]
        lines += _references(table, [name for name, _ in keys if _role(table, name) == "FK"])
    return "\n".join([*lines, "```", ""])


def _references(table: str, names: Sequence[str]) -> list[str]:
    lines = []
    for target in sorted({_REFERS[name] for name in names}):
        by = [name for name in names if _REFERS[name] == target]
        left = "|o" if (table, target) in _MAY_LACK else "||"
        right = "o|" if table in _ONE_EACH and target == "documents" else "o{"
        lines.append(f'    {target} {left}--{right} {table} : "{", ".join(by)}"')
    return lines


def _role(table: str, name: str) -> str:
    return "PK" if _KEYS.get(table) == name else "FK"
