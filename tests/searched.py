"""Documents to search, and what the macro finds of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from builders import make_document
from tables import rows
from warehouse.files import Files

QUAY = make_document(
    "quay.txt",
    "The harbour board closed the old ferry quay after the floods of March.",
    title="Quay closed",
    site="herald.example",
    published_at=datetime(2026, 3, 4, 8, tzinfo=UTC),
)
FLOOD = make_document(
    "flood.txt",
    "Flooding reached the museum. The flood left mud in the old harbour, and the museum's café stays shut.",
    site="wire.example",
    published_at=datetime(2026, 3, 5, 23, tzinfo=UTC),
)
MUSEUM = make_document("museum.txt", "A museum opened a new wing. Its roof is of slate.")
GERMAN = replace(make_document("de.txt", "Die Häfen im Norden waren nach der Flut gesperrt."), language="de")
JAPANESE = replace(make_document("ja.txt", "東京港で洪水が起きた。フェリーは欠航。"), language="ja")
RUSSIAN = replace(make_document("ru.txt", "Ёлка стоит у порта, а гости говорят о наводнении."), language="ru")
ALL = [QUAY, FLOOD, MUSEUM, GERMAN, JAPANESE, RUSSIAN]


def uris(files: Files, query: str) -> list[str]:
    """The documents that the macro finds, in its order."""
    return [uri for (uri,) in rows(files, "SELECT source_uri FROM search(?)", query)]
