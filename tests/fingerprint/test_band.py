"""Keys under which related texts meet."""

from __future__ import annotations

import numpy as np

from ingest.fingerprint import fingerprint
from ingest.fingerprint.band import BANDS, KEY_TOKENS, ROWS, WINDOW
from ingest.fingerprint.signature import PERMUTATIONS


def words(start: int, stop: int) -> list[str]:
    return [f"w{number}" for number in range(start, stop)]


def test_the_bands_fit_into_the_signature() -> None:
    """The bands read no more rows than a signature has."""
    assert BANDS * ROWS <= PERMUTATIONS


def test_equal_texts_share_all_bands_and_others_none() -> None:
    """A band's number is part of its key, so that one key can stand in one band only."""
    a, again, other = fingerprint([" ".join(words(0, 200))] * 2 + [" ".join(words(500, 700))])
    assert np.array_equal(a.bands, again.bands)
    assert len(set(a.bands.tolist())) == BANDS
    assert not set(a.bands.tolist()) & set(other.bands.tolist())


def test_a_long_shared_passage_is_met_for_certain() -> None:
    """Wherever a run of window + key - 1 tokens stands in two texts, they share a passage key."""
    shared = words(0, WINDOW + KEY_TOKENS - 1)
    for before in range(0, 60, 7):
        a, b = fingerprint(
            [
                " ".join([*words(1000, 1000 + before), *shared, *words(2000, 2300)]),
                " ".join([*words(3000, 3100), *shared, *words(4000, 4000 + before)]),
            ]
        )
        assert set(a.passages.tolist()) & set(b.passages.tolist())
