"""What speaks for or against two tellings being of one story: a row of numbers for each pair."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.telling.columns import SharedTerms, Tellings, shared_terms
from ingest.telling.model import TERM_KINDS

SIGNALS = ("terms", "names", "phrases", "figures", "counts", "same_year", "other_year", "same_date")
_WORD, _NAME, _PLACE, _PHRASE, _FIGURE, _COUNT, _YEAR, _DATE = range(len(TERM_KINDS))
# A term that four times as many texts hold counts half as much.
RARITY = 0.5 ** np.arange(8)
# Among all terms, names count double on either side, and places little: a theme has its places in every
# story.
_AMONG_TERMS = np.array([1.0, 4.0, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0])
# Two texts with one figure each that is the same are not as alike as it looks.
_LEAST_FIGURES = 6.0
# The kinds of the cosines by kind, in the order of SIGNALS.
_BY_KIND = [_NAME, _PHRASE, _FIGURE, _COUNT]
# A town has many stories: one name or phrase alone, however rare, makes two texts no more alike than this.
_ALONE = np.array([0.15, 0.08, 1.0, 1.0])
# Texts with so much of their phrases in common are filled in from one form where their figures or names have
# less in common than this (cosines).
_SAME_FORM, _SAME_FIGURES, _SAME_NAMES = 0.5, 0.6, 0.4
# Of fewer figures nothing is said.
_SEVERAL = 3
# So many pairs at a time stay in the processor's cache.
_BLOCK = 512


def contributions(tellings: Tellings, shared: SharedTerms) -> NDArray[np.float64]:
    """Return what each shared term counts, whatever else the texts say: shape (shared terms,)."""
    mine, theirs = tellings.weights[shared.at_a], tellings.weights[shared.at_b]
    return mine.astype(np.float64) * theirs * RARITY[tellings.levels[shared.at_a]]


def signals(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the signals of pairs, shape (pairs, len(SIGNALS)), in the order of SIGNALS.

    Cosines of words and names, of names, of phrases and of figures; whether they name one year, or
    both name years but others, and whether they name one date. Only shared terms' levels have a say: how
    long a telling is goes by the weights.
    """
    squares = _squares(tellings)
    among = (squares * _AMONG_TERMS).sum(axis=1)
    blocks = range(0, len(a), _BLOCK)
    found = [_signals(tellings, squares, among, a[at : at + _BLOCK], b[at : at + _BLOCK]) for at in blocks]
    return np.concatenate([np.zeros((0, len(SIGNALS))), *found])


def _signals(
    tellings: Tellings,
    squares: NDArray[np.float64],
    among: NDArray[np.float64],
    a: NDArray[np.int64],
    b: NDArray[np.int64],
) -> NDArray[np.float64]:
    shared = shared_terms(tellings, a, b)
    counted, kinds = contributions(tellings, shared), tellings.kinds[shared.at_a]
    sums = _by_kind(counted, shared.pairs, kinds, len(a))
    best = np.zeros_like(sums)
    np.maximum.at(best.reshape(-1), shared.pairs * len(TERM_KINDS) + kinds, counted)
    norms = squares[a][:, _BY_KIND], squares[b][:, _BY_KIND]
    terms = (sums * _AMONG_TERMS).sum(axis=1)
    same_year, same_date = sums[:, _YEAR] > 0, sums[:, _DATE] > 0
    years = (squares[a, _YEAR] > 0) & (squares[b, _YEAR] > 0)
    return np.column_stack(
        [
            _cosine(terms, among[a], among[b]),
            _cosine((sums - best)[:, _BY_KIND], *norms)
            + np.minimum(_cosine(best[:, _BY_KIND], *norms), _ALONE),
            same_year, years & ~same_year, same_date,
        ]
    )  # fmt: skip


def are_forms(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of pairs whether both fill in one form: phrases in common, but other figures or other names.

    Two market reports or two obituaries share most of their sentences and report two events. How rare their
    terms are in the warehouse has no say, so that the answer is the same in every one.
    """
    squares = _squares(tellings)
    blocks = [slice(at, at + _BLOCK) for at in range(0, len(a), _BLOCK)]
    return np.concatenate(
        [np.zeros(0, np.bool_), *(_forms(tellings, squares, a[at], b[at]) for at in blocks)]
    )


def _forms(
    tellings: Tellings, squares: NDArray[np.float64], a: NDArray[np.int64], b: NDArray[np.int64]
) -> NDArray[np.bool_]:
    shared = shared_terms(tellings, a, b)
    products = tellings.weights[shared.at_a].astype(np.float64) * tellings.weights[shared.at_b]
    sums = _by_kind(products, shared.pairs, tellings.kinds[shared.at_a], len(a))
    kinds = (_PHRASE, _FIGURE, _NAME)
    phrases, figures, names = (_cosine(sums[:, k], squares[a, k], squares[b, k]) for k in kinds)
    numbers = _by_kind(np.ones(len(tellings.keys)), _owners(tellings), tellings.kinds, len(squares))[
        :, _FIGURE
    ]
    counted = np.minimum(numbers[a], numbers[b]) >= _SEVERAL
    return (phrases >= _SAME_FORM) & (((figures < _SAME_FIGURES) & counted) | (names < _SAME_NAMES))


def _squares(tellings: Tellings) -> NDArray[np.float64]:
    """Return the sum of the squared weights of each telling by kind, shape (tellings, kinds)."""
    size = len(tellings.bounds) - 1
    squares = _by_kind(tellings.weights.astype(np.float64) ** 2, _owners(tellings), tellings.kinds, size)
    for kind in (_FIGURE, _COUNT):
        squares[:, kind] = np.maximum(squares[:, kind], _LEAST_FIGURES**2)
    return squares


def _owners(tellings: Tellings) -> NDArray[np.int64]:
    """Return the telling of each row."""
    return np.repeat(np.arange(len(tellings.bounds) - 1), np.diff(tellings.bounds))


def _by_kind(
    values: NDArray[np.float64], owners: NDArray[np.int64], kinds: NDArray[np.uint8], size: int
) -> NDArray[np.float64]:
    places = owners * len(TERM_KINDS) + kinds
    sums: NDArray[np.float64] = np.bincount(places, values, size * len(TERM_KINDS)).astype(np.float64)
    return sums.reshape(size, len(TERM_KINDS))


def _cosine(
    products: NDArray[np.float64], squares_a: NDArray[np.float64], squares_b: NDArray[np.float64]
) -> NDArray[np.float64]:
    return products / np.maximum(np.sqrt(squares_a * squares_b), 1e-9)
