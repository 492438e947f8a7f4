"""Grows a forest with LightGBM and writes it as plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from ingest.clean.verdict.cues import KINDS
from ingest.clean.verdict.ruled import NAMES as RULED
from ingest.clean.verdict.surroundings import NAMES
from ingest.clean.verdict.trees import Forest
from training.lines.labelled import BOILERPLATE, CONTENT, NEITHER, TITLE, Example

_MOST_WORDS = 60
_USUAL_WORDS = 300
_TITLE_WEIGHT = 0.2
_RISING = ("firm", "covered", "cue", "repeats", "glued", "block_cues", "block_words", "text_cues", "cue-1")
_RISING_AROUND = ("cue~", "covered~", "repeats~", "date~")
_FALLING = ("length", "closed", "shared", "function", "speech", "new", "prose", "commas")
_EITHER_WAY = ("text_ruled", "since_ruled", "to_ruled")
_FALLING_AROUND = ("length~", "closed~", "function~", "prose~")
_PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 16,
    "max_depth": 7,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10,
    "max_bin": 63,
    "monotone_constraints_method": "basic",
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}


@dataclass(frozen=True)
class Plan:
    """What one forest is grown for: how much a text of each role counts, and the number of trees.

    `ruled` is the weight of lines that rules cut anyway.
    """

    weight: dict[str, float]
    trees: int
    ruled: float


PLANS = {
    "page": Plan({"story": 0.5, "page": 1.0, "clean": 0.5, "split": 0.0}, trees=170, ruled=0.5),
    "story": Plan({"story": 1.0, "page": 0.15, "clean": 0.9, "split": 0.3}, trees=150, ruled=0.3),
}


def grow(examples: Sequence[Example], plan: Plan, favoured: frozenset[str]) -> Forest:
    """A forest grown on `examples`; collections named in `favoured` count four times."""
    examples = [example for example in examples if plan.weight[example.role]]
    rows = np.concatenate([example.rows for example in examples]).astype(np.float32)
    labels = np.concatenate([example.labels for example in examples])
    weights = np.concatenate([_weights(example, plan, favoured) for example in examples])
    used = labels != NEITHER
    data = lightgbm.Dataset(rows[used], labels[used] == BOILERPLATE, weight=weights[used])
    parameters = {**_PARAMETERS, "monotone_constraints": _directions()}
    return _as_arrays(lightgbm.train(parameters, data, plan.trees).dump_model()["tree_info"])


def _weights(example: Example, plan: Plan, favoured: frozenset[str]) -> NDArray[np.float64]:
    """Lines weigh by their words, less than in proportion, and so do documents.

    Titles count little: they look like pointers to other articles, and a few keep the story's own.
    """
    whole = plan.weight[example.role] * (4.0 if example.collection in favoured else 1.0)
    content = example.words[example.labels == CONTENT].sum()
    whole *= (_USUAL_WORDS / max(_MOST_WORDS, content)) ** 0.5
    weights: NDArray[np.float64] = np.minimum(example.words, _MOST_WORDS) ** 0.7 * whole
    weights[example.labels == TITLE] *= _TITLE_WEIGHT
    weights[example.ruled] *= plan.ruled
    return weights


def _directions() -> list[int]:
    """+1 where more of a column can only speak for boilerplate, -1 where only against it."""
    rising = (*_RISING, "cue+1", *KINDS, *(name for name in RULED if name not in _EITHER_WAY))
    return [
        1
        if name in rising or name.startswith(_RISING_AROUND)
        else -1
        if name in _FALLING or name.startswith(_FALLING_AROUND)
        else 0
        for name in (*NAMES, *RULED)
    ]


def _as_arrays(trees: Sequence[dict[str, Any]]) -> Forest:
    nodes: list[tuple[int, float, int, int, float]] = []
    roots, depth = [], 0
    for tree in trees:
        roots.append(len(nodes))
        depth = max(depth, _add(tree["tree_structure"], nodes))
    return Forest(np.array(roots), *(np.array(part) for part in zip(*nodes, strict=True)), depth=depth)


def _add(node: dict[str, Any], nodes: list[tuple[int, float, int, int, float]]) -> int:
    """Append `node` and what is below it; its height."""
    at = len(nodes)
    if "split_feature" not in node:
        nodes.append((0, 0.0, at, at, float(np.float32(node["leaf_value"]))))
        return 0
    nodes.append((0, 0.0, at, at, 0.0))
    left = len(nodes)
    height = _add(node["left_child"], nodes)
    right = len(nodes)
    height = max(height, _add(node["right_child"], nodes))
    limit = float(np.float32(node["threshold"]))
    nodes[at] = (node["split_feature"], limit, left, right, float(np.float32(node["internal_value"])))
    return height + 1


def arrays(name: str, forest: Forest) -> dict[str, NDArray[Any]]:
    """The forest as small arrays, named as in the weights file."""
    return {
        f"{name}_roots": forest.roots.astype(np.int16),
        f"{name}_column": forest.column.astype(np.uint8),
        f"{name}_limit": forest.limit.astype(np.float32),
        f"{name}_left": forest.left.astype(np.int16),
        f"{name}_right": forest.right.astype(np.int16),
        f"{name}_value": forest.value.astype(np.float32),
        f"{name}_depth": np.array(forest.depth),
    }
