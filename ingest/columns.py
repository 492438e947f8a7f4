"""Which column of a record holds which field: as somebody mapped them, else by the names in common use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.errors import Refused, UsageError

CONTENT = ("text", "html")
FIELDS = (*CONTENT, "url", "title", "byline", "published_at", "language", "site", "id")
# Other names that leave no doubt. A field's own name comes before them.
_COMMON = {
    "text": ("body", "content", "article"),
    "url": ("link",),
    "title": ("headline",),
    "byline": ("author", "authors"),
    "published_at": ("published", "date"),
}
_BY_NAME = {name: field for field in FIELDS for name in (field, *_COMMON.get(field, ()))}
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Assigned:
    """A record taken apart: its fields by name, the columns that they came from, and all other columns."""

    fields: dict[str, object]
    columns: dict[str, str]
    rest: dict[str, object]


def parse_map(texts: Iterable[str]) -> dict[str, str]:
    """The mapping that texts such as `text=body,published_at=date` stand for: field to column.

    Raises `UsageError` for what is no such text and for a field that does not exist.
    """
    found: dict[str, str] = {}
    for pair in (pair for text in texts for pair in text.split(",") if pair.strip()):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column:
            raise UsageError(f"{pair.strip()!r} is no mapping; write FIELD=COLUMN, such as text=body.")
        if field not in FIELDS:
            raise UsageError(f"There is no field {field!r} to map to; choose from {', '.join(FIELDS)}.")
        found[field] = column
    return found


def assign(record: Mapping[str, object], mapping: Mapping[str, str]) -> Assigned:
    """The fields of a record. A mapped field comes from its column alone; doubtful names are no field."""
    columns = {**_usual(record, mapping), **{f: c for f, c in mapping.items() if c in record}}
    taken = set(columns.values())
    fields = {field: record[column] for field, column in columns.items()}
    return Assigned(fields, columns, {name: value for name, value in record.items() if name not in taken})


def has_content(record: Mapping[str, object], mapping: Mapping[str, str]) -> bool:
    """Whether a column of the record holds the article."""
    columns = assign(record, mapping).columns
    return any(record[columns[field]] is not None for field in CONTENT if field in columns)


def check_columns(names: Iterable[str], mapping: Mapping[str, str]) -> None:
    """Raises `Refused` with `malformed` where a mapped column is missing; the sentence lists those seen."""
    names = list(names)
    missing = [column for column in mapping.values() if column not in names]
    if missing:
        raise Refused("malformed", f"There is no column {missing[0]!r}; the columns are {listed(names)}.")


def check_table(names: Iterable[str], mapping: Mapping[str, str]) -> None:
    """Raises `Refused` with `malformed` where a table with these columns can hold no article.

    That is so where a name comes twice, a mapped column is missing, or none holds the text.
    """
    names = list(names)
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise Refused("malformed", f"Several columns have the same name: {listed(doubles)}.")
    check_columns(names, mapping)
    if not has_content(dict.fromkeys(names, ""), mapping):
        raise Refused("malformed", without_content(names))


def without_content(names: Iterable[str]) -> str:
    """The sentence on a record, or a table, in which no column is known to hold the article."""
    names = list(names)
    rivals = [name for name in names if _folded(name) in _COMMON["text"]]
    if len(rivals) > 1:
        return f"Several columns may hold the text: {listed(rivals)}. Say which: --map text=COLUMN."
    shown = f"; the columns are {listed(names)}" if names else ""
    return f"No column is known to hold the text{shown}. Say which one does: --map text=COLUMN."


def listed(names: Iterable[str]) -> str:
    """The names for a sentence, the first ones where there are many."""
    names = list(names)
    shown = [name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…" for name in names[:_MOST_SHOWN]]
    return ", ".join(shown) + (" and more" if len(names) > _MOST_SHOWN else "")


def _usual(record: Mapping[str, object], mapping: Mapping[str, str]) -> dict[str, str]:
    """The columns of the fields that are not mapped, by their names."""
    taken = set(mapping.values())
    own: dict[str, str] = {}
    other: dict[str, list[str]] = {}
    for name, value in record.items():
        field = _BY_NAME.get(name) or _BY_NAME.get(_folded(name))
        if field is None or field in mapping or name in taken:
            continue
        if name == field:
            own[field] = name
        elif value is not None and (isinstance(value, str) or field not in CONTENT):
            other.setdefault(field, []).append(name)
    for field, names in other.items():
        # Another spelling of the field's own name comes before other words.
        spelt = [name for name in names if _folded(name) == field] or names
        if len(spelt) == 1 and (field not in own or record[own[field]] is None):
            own[field] = spelt[0]
    return own


def _folded(name: str) -> str:
    return "_".join(name.lower().replace("-", " ").split())
