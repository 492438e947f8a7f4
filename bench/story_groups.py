"""How well stories are found, without a warehouse: `python bench/story_groups.py STORIES.jsonl.gz`.

Records have `text` and `story`. Texts are told, candidates meet by their keys, pairs are scored and grouped
as the warehouse does it. Prints candidates, accuracy and CPU time.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from time import process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.agreement import adjusted_rand, bcubed
from ingest.telling import (
    EDGE,
    FEWEST_KEYS,
    KEY_CAP,
    Article,
    Telling,
    cluster,
    level,
    scores,
    side_by_side,
    story_keys,
    tell,
    tell_all,
)


def candidates(told: Sequence[Telling]) -> list[tuple[int, int]]:
    """Return the pairs that share enough keys which are not too common, ascending."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, telling in enumerate(told):
        for key in story_keys(telling).tolist():
            holders[key].append(number)
    shared = Counter(pair for of in holders.values() if len(of) <= KEY_CAP for pair in combinations(of, 2))
    return sorted(pair for pair, keys in shared.items() if keys >= FEWEST_KEYS)


def groups(told: Sequence[Telling], pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return the number of the story of each telling."""
    held = Counter(key for telling in told for key in telling.keys.tolist())
    a, b = np.array(pairs, np.int64).reshape(-1, 2).T
    found = scores(side_by_side(told, lambda key: level(held[key])), a, b, len(told)).tolist()
    edges = [(*pair, score) for pair, score in zip(pairs, found, strict=True) if score >= EDGE]
    stories = [0] * len(told)
    for number, group in enumerate(cluster(len(told), edges)):
        for member in group:
            stories[member] = number
    return stories


def main(path: str) -> None:
    """Print candidates, accuracy and time."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    labels = [record["story"] for record in records]
    tell(records[0]["text"])
    started = process_time()
    told = tell_all([Article(record["text"]) for record in records])
    telling = process_time() - started
    pairs = candidates(told)
    found = groups(told, pairs)
    all_time = process_time() - started
    true = sum(count * (count - 1) // 2 for count in Counter(labels).values())
    met = sum(labels[a] == labels[b] for a, b in pairs)
    print(f"documents {len(told)}, stories {len(set(labels))}, groups {len(set(found))}")
    print(f"candidates per document {2 * len(pairs) / len(told):.1f}, of true pairs {met / true:.3f}")
    precision, recall, f1 = bcubed(found, labels)
    agreed = adjusted_rand(found, labels)
    print(f"B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; ARI {agreed:.3f}")
    each = len(told) / 1000
    print(f"CPU per document: telling {telling / each:.2f} ms, in all {all_time / each:.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
