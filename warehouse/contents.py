"""The distinct clean texts that documents hold: numbered, fingerprinted, dropped when nobody holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ingest.fingerprint import Fingerprint, fingerprint
from ingest.fingerprint.profile import Profile
from warehouse import arrow
from warehouse.database import query
from warehouse.holdings import delete_texts
from warehouse.load import append

_CONTENTS = pa.schema(
    [
        ("content_no", pa.int32()),
        ("content_hash", pa.string()),
        ("tokens", pa.int32()),
        ("passages", pa.int32()),
    ]
)
NUMBERS = pa.schema([("content_no", pa.int32())])
HASHES = pa.schema([("content_hash", pa.string())])
# Texts with their fingerprints, by content hash.
Known = dict[str, tuple[str, Fingerprint]]


class Content(NamedTuple):
    """A text as matching sees it."""

    number: int
    content_hash: str
    text: str
    profile: Profile


def renumber(connection: duckdb.DuckDBPyConnection, known: Known) -> tuple[list[Content], set[int]]:
    """Give every text of the staged heads its number; return the new texts and all numbers touched.

    `known` are texts that need not be read and fingerprinted. Texts without letters or digits get no
    number: they match nothing.
    """
    new = _new_contents(connection, known)
    connection.execute(query("number_heads"))
    rows = connection.execute(query("staged_contents")).fetchall()
    return new, {number for (number,) in rows}


def _new_contents(connection: duckdb.DuckDBPyConnection, known: Known) -> list[Content]:
    connection.execute(query("stage_numbers"))
    digests = [digest for (digest,) in connection.execute(query("new_contents")).fetchall()]
    known = known | _read(connection, [digest for digest in digests if digest not in known])
    [(last,)] = connection.execute("SELECT coalesce(max(content_no), 0) FROM store.contents").fetchall()
    matchable = [(digest, *known[digest]) for digest in digests if len(known[digest][1].bands)]
    contents = [
        Content(last + index, digest, text, print_.profile)
        for index, (digest, text, print_) in enumerate(matchable, 1)
    ]
    _write(connection, contents, [print_ for _, _, print_ in matchable])
    return contents


def _read(connection: duckdb.DuckDBPyConnection, digests: Sequence[str]) -> Known:
    """Read texts of the staged heads, and fingerprint them."""
    if not digests:
        return {}
    connection.register("wanted", arrow.table(HASHES, ((digest,) for digest in digests)))
    rows = connection.execute(query("staged_texts")).fetchall()
    connection.unregister("wanted")
    made = fingerprint([text for _, text in rows])
    return {digest: (text, print_) for (digest, text), print_ in zip(rows, made, strict=True)}


def _write(
    connection: duckdb.DuckDBPyConnection, contents: Sequence[Content], prints: Sequence[Fingerprint]
) -> None:
    if not contents:
        return
    numbers = [content.number for content in contents]
    described = arrow.from_columns(
        _CONTENTS,
        [
            numbers,
            [content.content_hash for content in contents],
            [len(content.profile.hashes) for content in contents],
            [len(print_.passages) for print_ in prints],
        ],
    )
    append(connection, "contents", described)
    connection.register("incoming", described)
    connection.execute("INSERT INTO staged_numbers SELECT content_hash, content_no FROM incoming")
    connection.unregister("incoming")
    append(connection, "band_keys", key_table(numbers, [f.bands for f in prints]))
    append(connection, "passage_keys", key_table(numbers, [f.passages for f in prints]))


def key_table(numbers: Sequence[int], keys: Sequence[NDArray[np.uint64]]) -> pa.Table:
    """Return one row per key with the number of its text, text after text.

    Half of a hash is enough to meet by: what it brings together by chance does not survive verification.
    """
    lower = np.concatenate([*keys, np.empty(0, np.uint64)]).astype(np.uint32)
    return pa.table(
        {"key": lower, "content_no": np.repeat(np.array(numbers, np.int32), [len(each) for each in keys])}
    )


def drop_unheld(connection: duckdb.DuckDBPyConnection, numbers: Iterable[int]) -> set[int]:
    """Forget those texts of `numbers` that no document holds any more; return the neighbours they had."""
    connection.register("wanted", arrow.table(NUMBERS, ((number,) for number in numbers)))
    connection.execute(query("stage_unheld"))
    connection.unregister("wanted")
    [(count,)] = connection.execute("SELECT count(*) FROM unheld").fetchall()
    if not count:
        return set()
    neighbours = connection.execute(query("unheld_neighbours")).fetchall()
    delete_texts(connection, "unheld")
    return {number for (number,) in neighbours}
