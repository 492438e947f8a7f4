"""What speaks for or against two tellings being of one story: a row of numbers for each pair."""

from __future__ import annotations

from dataclasses import dataclass

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
# The kinds of the cosines by kind, in the order of SIGNALS, and where those stand in it.
_BY_KIND = [_NAME, _PHRASE, _FIGURE, _COUNT]
_COSINES = slice(1, 5)
# A town has many stories: one name or phrase alone, however rare, makes two texts no more alike than this.
_ALONE = np.array([0.15, 0.08, 1.0, 1.0])
# Where two texts share names and nothing else, those count half: articles of a town name it and its people.
# Something else is a word, a figure, a date that counts so much at least, by kind.
_ELSE = np.array([0.5, np.inf, np.inf, np.inf, 5.0, 0.5, np.inf, 0.5])
_NOTHING_ELSE = np.array([0.5, 0.5, 1.0, 1.0])
# Where texts share names and so few words (as a share of those of the text that has fewer), and besides no
# figure, count or date, their log odds are this at most, and the days between them decide.
_FEW_WORDS, _LITTLE_ELSE = 0.25, 0.5
# So much where there are hardly any words and no figure that is something else, or few words and no name that
# counts more than this.
_NO_WORDS, _NO_NAME, _ONE_THING = 0.04, 2.0, -0.55
# Themes go on for weeks: after so many days so few words are little, and a small number is no figure.
_SOON, _FEW_WORDS_LATE = 3.0, 0.35
# Texts in two languages have few words in common anyway.
_TRANSLATED = 1.5
# Texts with so much of their phrases in common are filled in from one form where their figures or names have
# less in common than this (cosines).
_SAME_FORM, _SAME_FIGURES, _SAME_NAMES = 0.5, 0.6, 0.4
# Of fewer figures nothing is said.
_SEVERAL = 3
# Of texts full of figures, hardly one in common, fewer phrases in common say that they are filled in, if so
# many of the words are the same, too.
_MANY, _SOME_FORM, _HARDLY_ONE, _MANY_WORDS = 7, 0.2, 0.13, 0.4
# So many pairs at a time stay in the processor's cache.
_BLOCK = 512


def contributions(tellings: Tellings, shared: SharedTerms) -> NDArray[np.float64]:
    """Return what each shared term counts, whatever else the texts say: shape (shared terms,)."""
    mine, theirs = tellings.weights[shared.at_a], tellings.weights[shared.at_b]
    return mine.astype(np.float64) * theirs * RARITY[tellings.levels[shared.at_a]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of pairs. `signals` has shape (pairs, len(SIGNALS)), in the order of SIGNALS: cosines of
    words and names, of names, of phrases, of figures and of what they count; whether both name one year, or
    both name years but others, and whether they name one date.

    `one_form`, shape (pairs,): whether both fill in one form, with phrases in common, but other figures or
    other names. Two market reports or two obituaries share most of their sentences and report two events.
    How rare their terms are in the warehouse has no say in it, so that it is the same in every one.

    `limits`, shape (pairs,): the highest log odds that pairs can have before the days between them are known,
    infinity for most. However rare the names in common, a town's mayor and judge are named in many of its
    stories: where hardly a word, no figure, no count and no date is shared besides, they do not decide, and
    neither does a figure without a name.
    """

    signals: NDArray[np.float64]
    one_form: NDArray[np.bool_]
    limits: NDArray[np.float64]


def likeness(tellings: Tellings, a: NDArray[np.int64], b: NDArray[np.int64]) -> Likeness:
    """Set tellings `a[i]` and `b[i]` side by side.

    Only shared terms' levels have a say: how long a telling is goes by the weights.
    """
    each = _measure(tellings)
    blocks = [slice(at, at + _BLOCK) for at in range(0, len(a), _BLOCK)]
    found = [_likeness(tellings, each, a[at], b[at]) for at in blocks]
    return Likeness(
        np.concatenate([np.zeros((0, len(SIGNALS))), *(one.signals for one in found)]),
        np.concatenate([np.zeros(0, np.bool_), *(one.one_form for one in found)]),
        np.concatenate([np.zeros(0), *(one.limits for one in found)]),
    )


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of each telling: the squares of its weights by kind, shape (tellings, kinds), those that count among
    all terms, and how many terms of each kind it has, shape (tellings, kinds)."""

    squares: NDArray[np.float64]
    among: NDArray[np.float64]
    counts: NDArray[np.float64]


def _measure(tellings: Tellings) -> _Measures:
    size = len(tellings.bounds) - 1
    owners = np.repeat(np.arange(size), np.diff(tellings.bounds))
    squares = _by_kind(tellings.weights.astype(np.float64) ** 2, owners, tellings.kinds, size)
    for kind in (_FIGURE, _COUNT):
        squares[:, kind] = np.maximum(squares[:, kind], _LEAST_FIGURES**2)
    counts = _by_kind(np.ones(len(owners)), owners, tellings.kinds, size)
    return _Measures(squares, (squares * _AMONG_TERMS).sum(axis=1), counts)


def _likeness(tellings: Tellings, each: _Measures, a: NDArray[np.int64], b: NDArray[np.int64]) -> Likeness:
    shared = shared_terms(tellings, a, b)
    kinds = tellings.kinds[shared.at_a]
    places = shared.pairs * len(TERM_KINDS) + kinds
    plain = tellings.weights[shared.at_a].astype(np.float64) * tellings.weights[shared.at_b]
    norms = np.sqrt(each.squares[a] * each.squares[b])
    counted = plain * RARITY[tellings.levels[shared.at_a]]
    others = np.bincount(shared.pairs[counted >= _ELSE[kinds]], minlength=len(a))
    best = _highest(places, counted, len(a))
    found = _signals(each, a, b, _sums(places, counted, len(a)), best, norms)
    found[:, _COSINES] *= np.where(others[:, None] > 0, 1.0, _NOTHING_ELSE)
    in_common = _sums(places, np.ones(len(places)), len(a))
    words = in_common[:, _WORD] / np.maximum(np.minimum(each.counts[a, _WORD], each.counts[b, _WORD]), 1)
    return Likeness(
        found,
        _one_form(each, a, b, _cosine(_sums(places, plain, len(a)), norms), words),
        _limits(tellings, a, b, words, in_common, best),
    )


def _signals(
    each: _Measures,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    sums: NDArray[np.float64],
    best: NDArray[np.float64],
    norms: NDArray[np.float64],
) -> NDArray[np.float64]:
    terms = (sums * _AMONG_TERMS).sum(axis=1)
    same_year, same_date = sums[:, _YEAR] > 0, sums[:, _DATE] > 0
    years = (each.squares[a, _YEAR] > 0) & (each.squares[b, _YEAR] > 0)
    alone = np.minimum(_cosine(best, norms)[:, _BY_KIND], _ALONE)
    return np.column_stack(
        [
            _cosine(terms, np.sqrt(each.among[a] * each.among[b])),
            _cosine(sums - best, norms)[:, _BY_KIND] + alone,
            same_year, years & ~same_year, same_date,
        ]
    )  # fmt: skip


def _one_form(
    each: _Measures,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    cosines: NDArray[np.float64],
    words: NDArray[np.float64],
) -> NDArray[np.bool_]:
    phrases, figures, names = (cosines[:, kind] for kind in (_PHRASE, _FIGURE, _NAME))
    counted = np.minimum(each.counts[a, _FIGURE], each.counts[b, _FIGURE])
    other_figures = (figures < _SAME_FIGURES) & (counted >= _SEVERAL)
    filled = (phrases >= _SOME_FORM) & (words >= _MANY_WORDS)
    tables = filled & (figures < _HARDLY_ONE) & (counted >= _MANY)
    form: NDArray[np.bool_] = tables | ((phrases >= _SAME_FORM) & (other_figures | (names < _SAME_NAMES)))
    return form


def _limits(
    tellings: Tellings,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    words: NDArray[np.float64],
    in_common: NDArray[np.float64],
    best: NDArray[np.float64],
) -> NDArray[np.float64]:
    """`in_common` says how many terms of each kind pairs share, `best` how much the heaviest counts."""
    days = np.abs(tellings.published[a] - tellings.published[b])
    mine, theirs = tellings.languages[a], tellings.languages[b]
    translated = (mine != "") & (theirs != "") & (mine != theirs)
    others = in_common[:, [_COUNT, _DATE]].any(axis=1)
    rare_figure = best[:, _FIGURE] >= _ELSE[_FIGURE]
    late = days > _SOON
    figure = np.where(late, rare_figure, in_common[:, _FIGURE] > 0)
    little = (words < np.where(late, _FEW_WORDS_LATE, _FEW_WORDS)) & ~others & ~figure & ~np.isnan(days)
    one_thing = (words < _NO_WORDS) & ~others & ~rare_figure
    one_thing |= (words < _FEW_WORDS) & (best[:, _NAME] < _NO_NAME)
    limits = np.where(one_thing, _ONE_THING, np.where(little, _LITTLE_ELSE, np.inf))
    return np.where(translated & (one_thing | little), _TRANSLATED, limits)


def _by_kind(
    values: NDArray[np.float64], owners: NDArray[np.int64], kinds: NDArray[np.uint8], size: int
) -> NDArray[np.float64]:
    return _sums(owners * len(TERM_KINDS) + kinds, values, size)


def _sums(places: NDArray[np.int64], values: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    sums: NDArray[np.float64] = np.bincount(places, values, size * len(TERM_KINDS)).astype(np.float64)
    return sums.reshape(size, len(TERM_KINDS))


def _highest(places: NDArray[np.int64], values: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    found = np.zeros(size * len(TERM_KINDS))
    np.maximum.at(found, places, values)
    return found.reshape(size, len(TERM_KINDS))


def _cosine(products: NDArray[np.float64], norms: NDArray[np.float64]) -> NDArray[np.float64]:
    return products / np.maximum(norms, 1e-9)
