"""Which tables hold something of documents and of their texts: found by the names of their columns.

A new table is deleted from when its documents are forgotten, as long as it names them `doc_id`, or texts
`content_no`. What holds words of documents by no such name is listed in `ELSEWHERE`.
"""

from __future__ import annotations

import duckdb

from warehouse.database import query

OF_DOCUMENTS = ("doc_id", "doc_a", "doc_b")
OF_TEXTS = ("content_no", "content_a", "content_b")
# These stay when a document is forgotten.
_STAY = frozenset(["main.tombstones"])
# What others hold by numbers of these; `warehouse.stories` takes out all of it together.
_TAKEN_OUT = frozenset(["store.tellings", "store.stories"])
# Tables without such columns, and what takes the words of forgotten documents out of them.
ELSEWHERE = {
    "main.runs": "warehouse.forget takes out what names a forgotten document",
    "main.settings": "holds no words of documents",
    "main.thresholds": "holds no words of documents",
    "main.sources": "holds no words of documents",
    "main.migrations": "holds no words of documents",
    "main.copy_groups": "holds ids, formed anew by warehouse.regroup",
    "main.copy_history": "holds ids",
    "store.rejects": "warehouse.forget deletes what stood at the places of a forgotten document",
    "store.visits": "warehouse.forget deletes the addresses at which a forgotten document stood",
    "store.decisions": "warehouse.forget takes the line from another document or blanks it",
    "store.first_cuts": "holds names of rules",
    "store.postings": "warehouse.index writes anew what an entry of a forgotten document is missing from",
    "store.vocabulary": "warehouse.index drops words that stand nowhere any more",
    "store.search_chunks": "holds numbers",
    "store.endings": "holds no words of documents",
    "main.story_history": "holds ids",
    **{
        f"store.{name}": "warehouse.stories drops what belongs to the telling of a forgotten document"
        for name in ("telling_terms", "story_keys", "story_pairs", "story_links", "story_quotes", "conflicts")
    },
    "store.waiting_tellings": "holds numbers",
    "store.term_holders": "holds hashes of terms with counts, which warehouse.stories keeps true",
}


def delete_documents(connection: duckdb.DuckDBPyConnection, wanted: str) -> None:
    """Delete all rows about the documents in the temporary table `wanted` (doc_id)."""
    for table, columns in _tables(connection, OF_DOCUMENTS).items():
        if table not in _STAY | _TAKEN_OUT:
            _delete(connection, table, columns, f"SELECT doc_id FROM {wanted}")


def delete_texts(connection: duckdb.DuckDBPyConnection, wanted: str) -> None:
    """Delete all rows about the texts in the temporary table `wanted` (content_no), but not documents."""
    of_documents = _tables(connection, OF_DOCUMENTS)
    for table, columns in _tables(connection, OF_TEXTS).items():
        if table not in of_documents:
            _delete(connection, table, columns, f"SELECT content_no FROM {wanted}")


def _tables(connection: duckdb.DuckDBPyConnection, columns: tuple[str, ...]) -> dict[str, list[str]]:
    return dict(connection.execute(query("tables_with_columns"), [list(columns)]).fetchall())


def _delete(connection: duckdb.DuckDBPyConnection, table: str, columns: list[str], ids: str) -> None:
    condition = " OR ".join(f"{column} IN ({ids})" for column in columns)
    connection.execute(f"DELETE FROM {table} WHERE {condition}")
