"""How well groups agree with labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence


def bcubed(groups: Sequence[Hashable], labels: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin, 1998)."""
    in_group, in_label = defaultdict(set), defaultdict(set)
    for number, (group, label) in enumerate(zip(groups, labels, strict=True)):
        in_group[group].add(number)
        in_label[label].add(number)
    common = [
        (len(in_group[group] & in_label[label]), len(in_group[group]), len(in_label[label]))
        for group, label in zip(groups, labels, strict=True)
    ]
    precision = sum(both / mine for both, mine, _ in common) / len(common)
    recall = sum(both / theirs for both, _, theirs in common) / len(common)
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(groups: Sequence[Hashable], labels: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie, 1985): 0 by chance, 1 when equal."""
    same = _pairs(zip(groups, labels, strict=True))
    mine, theirs = _pairs(groups), _pairs(labels)
    chance = mine * theirs / (len(groups) * (len(groups) - 1) / 2)
    most = (mine + theirs) / 2
    return (same - chance) / (most - chance) if most != chance else 1.0


def _pairs(names: Iterable[Hashable]) -> float:
    return sum(count * (count - 1) / 2 for count in Counter(names).values())
