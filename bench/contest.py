"""Contenders on the same labelled documents: their CPU time, and their scores by group."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Document = dict[str, Any]
Score = tuple[float, ...]


def contest(
    documents: Sequence[Document],
    contenders: Mapping[str, Callable[[Document], Any]],
    rate: Callable[[Document, Any], Score],
    groups: Callable[[Document], Iterable[str]],
    noun: str,
) -> Iterator[tuple[str, list[Score]]]:
    """Print each contender's CPU milliseconds per document (`noun`); yield its scores, group by group."""
    for name, outcome_of in contenders.items():
        outcome_of(documents[0])
        scores: dict[str, list[Score]] = defaultdict(list)
        seconds = 0.0
        for document in documents:
            before = time.process_time()
            outcome = outcome_of(document)
            seconds += time.process_time() - before
            score = rate(document, outcome)
            for group in groups(document):
                scores[group].append(score)
        print(f"{name}: {seconds / len(documents) * 1000:.1f} ms a {noun}")
        yield from sorted(scores.items())
