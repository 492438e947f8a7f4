"""Which words stand in which documents, as Arrow tables: the form in which search keeps them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ingest.search import is_plain, spaced, stemmed

MOST_TIMES = 255
_PLACE = pa.struct([("entry_no", pa.int32()), ("times", pa.uint8())])
WORDS = pa.schema([(name, pa.string()) for name in ("language", "spelling")])
POSTINGS = pa.schema([("word_no", pa.int32()), ("places", pa.list_(_PLACE))])


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as search takes it: a number, and the text that is looked through, headline first."""

    number: int
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Postings:
    """The words of a batch and where they stand.

    `words` has a row per word and language; `places` one per word as well, with the number of its row in
    `words`; `lengths` the number of words of each entry, by its number; `plain` has the numbers of those
    whose letters are all ASCII.
    """

    words: pa.Table
    places: pa.Table
    lengths: dict[int, int]
    plain: frozenset[int]


def postings(entries: Sequence[Entry]) -> Postings:
    """Cut entries into words and turn them round: from words to the entries that hold them."""
    by_language: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_language[stemmed(entry.language)].append(entry)
    words, places = [WORDS.empty_table()], [POSTINGS.empty_table()]
    lengths: dict[int, int] = {}
    count = 0
    for language in sorted(by_language):
        mine = by_language[language]
        texts = pa.array([spaced(each.text).strip() for each in mine], pa.string())
        encoded, rows = _encoded(pc.ascii_split_whitespace(texts))
        spellings = encoded.dictionary
        words.append(pa.table([pa.repeat(language, len(spellings)), spellings], schema=WORDS))
        numbers = np.array([each.number for each in mine], np.int32)
        places.append(_turned(encoded.indices.to_numpy(), rows, numbers, count))
        counted = np.bincount(rows, minlength=len(mine)).tolist()
        lengths.update(zip(numbers.tolist(), counted, strict=True))
        count += len(spellings)
    plain = frozenset(entry.number for entry in entries if is_plain(entry.text))
    return Postings(pa.concat_tables(words), pa.concat_tables(places), lengths, plain)


def _encoded(lists: Any) -> tuple[Any, NDArray[np.int64]]:
    """Return all words as an Arrow dictionary array, and for each the row in which it stands."""
    words, rows = lists.flatten(), np.repeat(np.arange(len(lists)), np.diff(lists.offsets.to_numpy()))
    encoded = words.dictionary_encode()
    if pc.index(encoded.dictionary, "").as_py() < 0:
        return encoded, rows
    # What an empty text is split into.
    kept = pc.not_equal(words, "")
    return words.filter(kept).dictionary_encode(), rows[kept.to_numpy(zero_copy_only=False)]


def _turned(
    words: NDArray[np.int32], rows: NDArray[np.int64], numbers: NDArray[np.int32], first_word: int
) -> pa.Table:
    """Return one row per word with the list of its entries in order."""
    keys, times = np.unique(words.astype(np.int64) * len(numbers) + rows, return_counts=True)
    word, row = np.divmod(keys, max(len(numbers), 1))
    starts = np.flatnonzero(np.diff(word, prepend=-1))
    place = pa.StructArray.from_arrays(
        [pa.array(numbers[row]), pa.array(np.minimum(times, MOST_TIMES).astype(np.uint8))],
        fields=list(_PLACE),
    )
    lists = pa.ListArray.from_arrays(pa.array(np.append(starts, len(word)).astype(np.int32)), place)
    return pa.table([pa.array((word[starts] + first_word).astype(np.int32)), lists], schema=POSTINGS)
