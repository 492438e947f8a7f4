"""Signatures are those of datasketch."""

from __future__ import annotations

import numpy as np
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint import fingerprint, minhash
from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.shingle import SHINGLE_SIZE, run_hashes, shingle_hash32, token_hashes
from ingest.fingerprint.signature import PERMUTATIONS, to_minhash

TEXT = "The harbour board met on Tuesday to decide what becomes of the old ferry quay at Lindholm."


def by_datasketch(text: str) -> MinHash:
    """The signature as datasketch makes it, one shingle after another."""
    words = tokens(text)
    minhash = MinHash(num_perm=PERMUTATIONS, hashfunc=shingle_hash32)
    for start in range(max(1, len(words) - SHINGLE_SIZE + 1)):
        minhash.update(" ".join(words[start : start + SHINGLE_SIZE]).encode())
    return minhash


@given(st.lists(st.sampled_from("alpha beta gamma δέλτα шесть 日本語 18 x".split()), min_size=1, max_size=40))
def test_equal_to_datasketch(words: list[str]) -> None:
    """A batch signed at once has the minima that datasketch finds one by one."""
    text = " ".join(words)
    first, second = fingerprint([text, TEXT])
    assert np.array_equal(first.signature, by_datasketch(text).hashvalues)
    assert np.array_equal(second.signature, by_datasketch(TEXT).hashvalues)


def test_values_load_into_datasketch() -> None:
    """The 128 values become a MinHash that goes on as if it had been made there."""
    [print_] = fingerprint([TEXT])
    loaded = to_minhash(print_.signature.tolist())
    assert loaded.jaccard(by_datasketch(TEXT)) == 1.0
    before = by_datasketch(TEXT)
    for each in (loaded, before):
        each.update(b"three more words")
    assert np.array_equal(loaded.hashvalues, before.hashvalues)


def test_the_minhash_of_a_text_takes_one_call() -> None:
    """One call gives what datasketch makes of the words itself."""
    assert minhash(TEXT) == by_datasketch(TEXT)


def test_the_estimate_is_near_the_truth() -> None:
    """Two texts that share half of their shingles are estimated so."""
    words = [f"w{number}" for number in range(900)]
    a, b = fingerprint([" ".join(words[:602]), " ".join(words[300:])])
    truth = len(np.intersect1d(a.profile.shingles, b.profile.shingles)) / len(
        np.union1d(a.profile.shingles, b.profile.shingles)
    )
    assert abs(to_minhash(a.signature).jaccard(to_minhash(b.signature)) - truth) < 0.12


def test_a_text_without_words_has_no_keys() -> None:
    """Emoji and punctuation give nothing to match by, and two such texts do not meet."""
    [print_] = fingerprint(["🎉 … !!"])
    assert not len(print_.bands)
    assert not len(print_.passages)
    assert not len(print_.profile.shingles)


def test_the_32_bit_hash_is_a_part_of_the_64_bit_one() -> None:
    """The hash for datasketch and the one for true scores come from the same shingle."""
    [whole] = run_hashes(token_hashes(["one", "two", "three"]), SHINGLE_SIZE)
    assert shingle_hash32(b"one two three") == int(whole) & 0xFFFFFFFF
