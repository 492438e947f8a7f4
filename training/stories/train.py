"""Fit what speaks for one story: `python -m training.stories.train STORIES.jsonl.gz [--write]`.

Records have `text` and `story`; stories whose names begin alike up to the first `_` are of one topic.
Prints accuracy on topics that were not trained on (three folds, four times), then fits all and writes
ingest/telling/weights.json.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.agreement import adjusted_rand, bcubed
from ingest.telling import EDGE, Article, Telling, cluster, level, side_by_side, size_level, tell_all
from ingest.telling.compare import CERTAIN, WEIGHTS
from ingest.telling.signals import SIGNALS, likeness

Floats = NDArray[np.float64]
# Pairs that hardly share a term are no candidates and teach nothing.
_LEAST = 0.02
_RIDGE = 1e-3
_FOLDS, _ROUNDS = 3, 4
# How many times the size of the file the warehouses are that the weights have to hold in.
TIMES = (1, 20, 200)


def fit(values: Floats, same: Floats, weights: Floats) -> Floats:
    """Fit a logistic regression with a ridge by Newton's method; return its coefficients, the bias last."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    ridge = _RIDGE * len(values) * np.append(np.ones(len(mean)), 0.0)
    found = np.zeros(design.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-design @ found))
        gradient = design.T @ (weights * (likely - same)) + ridge * found
        curvature = (design * (weights * likely * (1 - likely))[:, None]).T @ design + np.diag(ridge + 1e-6)
        found -= np.linalg.solve(curvature, gradient)
    slopes = found[:-1] / spread
    return np.append(slopes, found[-1] - slopes @ mean)


def folds(topics: NDArray[np.str_]) -> Iterator[NDArray[np.bool_]]:
    """Yield which documents are held out: a third of the topics at a time."""
    names = np.array(sorted(set(topics.tolist())))
    for seed in range(_ROUNDS):
        order = np.random.RandomState(seed).permutation(len(names))
        for fold in range(_FOLDS):
            yield np.isin(topics, names[order[fold::_FOLDS]])


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs `a[i]`, `b[i]` of documents, and their signals in warehouses of several sizes.

    `values` has shape (sizes, pairs, signals + 1), the last column for the size; `limits`, shape (pairs,),
    are those of the likeness in a warehouse of the file's own size.
    """

    stories: NDArray[np.str_]
    topics: NDArray[np.str_]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    values: Floats
    limits: Floats

    @classmethod
    def of(cls, told: Sequence[Telling], stories: Sequence[str]) -> Pairs:
        a, b = np.triu_indices(len(told), 1)
        topics = [story.partition("_")[0] for story in stories]
        found = [_signals(told, stories, topics, times) for times in TIMES]
        values = np.stack([signals for signals, _ in found])
        return cls(np.array(stories), np.array(topics), a, b, values, found[0][1])

    def fit(self, within: NDArray[np.bool_]) -> Floats:
        """Return the coefficients that these pairs give, the last two for the size and the bias."""
        same = (self.stories[self.a] == self.stories[self.b]).astype(float)
        sizes = Counter(self.stories.tolist())
        # Large stories have many pairs.
        rooted = np.array([sizes[story] for story in self.stories.tolist()]) ** -0.5
        used = [np.flatnonzero(within & (values[:, 0] > _LEAST)) for values in self.values]
        weights = [(rooted[self.a[at]] * rooted[self.b[at]]) for at in used]
        return fit(
            np.concatenate([values[at] for values, at in zip(self.values, used, strict=True)]),
            np.concatenate([same[at] for at in used]),
            np.concatenate([weight / weight.mean() for weight in weights]),
        )

    def grouped(self, out: NDArray[np.bool_], found: Floats) -> list[int]:
        """Return the groups of the documents in `out` as they are, all their pairs compared."""
        place = np.cumsum(out) - 1
        at = np.flatnonzero(out[self.a] & out[self.b] & (self.values[0, :, 0] > _LEAST))
        odds = np.minimum(self.values[0, at] @ found[:-1] + found[-1], self.limits[at])
        score = np.clip((odds + CERTAIN) / (2 * CERTAIN), 0, 1)
        ends = place[self.a[at]].tolist(), place[self.b[at]].tolist()
        pairs = [pair for pair in zip(*ends, score.tolist(), strict=True) if pair[2] >= EDGE]
        groups = cluster(int(out.sum()), pairs)
        return [number for _, number in sorted((m, n) for n, group in enumerate(groups) for m in group)]


def _signals(
    told: Sequence[Telling], stories: Sequence[str], topics: Sequence[str], times: int
) -> tuple[Floats, Floats]:
    """Return the signals as they would be in a warehouse that many times the size, and the pairs' limits.

    There, what is said in four topics or more is held by as many times more texts, what both stories of a
    topic share by a tenth of that (the theme goes on), and what one story alone says by no more than here.
    """
    holders, of_stories, of_topics = Counter[int](), defaultdict(set), defaultdict(set)
    for telling, story, topic in zip(told, stories, topics, strict=True):
        for key in telling.keys.tolist():
            holders[key] += 1
            of_stories[key].add(story)
            of_topics[key].add(topic)
    theme = max(1, times // 10)
    factor = {k: times if len(of_topics[k]) > 3 else theme if len(of_stories[k]) > 1 else 1 for k in holders}
    tellings = side_by_side(told, lambda key: level(holders[key] * factor[key]))
    pairs = np.array(np.triu_indices(len(told), 1))
    blocks = range(0, pairs.shape[1], 20_000)
    found = [likeness(tellings, *pairs[:, at : at + 20_000]) for at in blocks]
    values = np.concatenate([each.signals for each in found])
    sizes = np.full(len(values), float(size_level(len(told) * times)))
    return np.column_stack([values, sizes]), np.concatenate([each.limits for each in found])


def main(path: str, write: bool) -> None:
    """Print what cross-validation says and what all topics together give."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    told = tell_all([Article(record["text"]) for record in records])
    stories = [record["story"] for record in records]
    every = Pairs.of(told, stories)
    results = []
    for out in folds(every.topics):
        within = ~out[every.a] & ~out[every.b]
        found = every.fit(within)
        groups = every.grouped(out, found)
        held_out = every.stories[out].tolist()
        results.append((bcubed(groups, held_out)[2], adjusted_rand(groups, held_out)))
    print("held-out topics: B-cubed F1 {:.3f}, ARI {:.3f}".format(*np.mean(results, axis=0)))
    found = every.fit(np.ones(len(every.a), np.bool_)).round(3).tolist()
    signals_ = dict(zip(SIGNALS, found, strict=False))
    kept = {"bias": found[-1], "size": found[-2], "signals": signals_}
    print(json.dumps(kept, indent=2))
    if write:
        WEIGHTS.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], "--write" in sys.argv[2:])
