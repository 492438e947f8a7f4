"""Trains the trees that weigh the blocks of a page, and says how well they do on sites they have not seen.

    python -m training.blocks.train PAGES.jsonl.gz [--folds 5] [--save]

PAGES has one page a line: `html`, `gold_text` (the article as a person marked it), `site`, and optionally
`url`. Any labelled collection of that form will do; use one whose licence allows it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from lxml import etree

from ingest.extract.blocks import forest as package
from ingest.extract.blocks.choice import choose
from ingest.extract.blocks.columns import Column, Columns
from ingest.extract.blocks.features import features, matrix
from ingest.extract.blocks.opinion import other_text
from ingest.extract.blocks.reader import read_blocks
from ingest.extract.blocks.votes import share_in
from ingest.extract.dom import parse
from ingest.extract.jsonld import article_of, fold, read_nodes, text_in
from ingest.extract.metatags import Meta
from ingest.extract.titles import own_names
from training.blocks.labels import count_words, label
from training.blocks.variants import old_style, without_names

TREES = 240
SETTINGS: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 16, "max_depth": 6, "min_data_in_leaf": 200,
    "lambda_l2": 10, "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1, "max_bin": 63,
    "seed": 7, "deterministic": True, "num_threads": 1, "verbosity": -1,
}  # fmt: skip
# More of these never makes a block likelier; of those, never less likely. Data alone would bend the rule.
_AGAINST = (
    "beside hidden tag_aside tag_nav tag_footer tag_form linked head_says_related head_says_sign again"
    " head_says_comment before_says_comment says_sign says_related says_ad says_comment says_rights says_by"
    " says_credit path_linked c1_linked c2_linked hint_body"
).split()
_FOR = (
    "in_main main_near other other_path vote_ld path_ld path_share ends prose hint_comment hint_related"
    " hint_promo hint_ad hint_share hint_author hint_pop hint_foot hint_nav hint_side hint_meta"
).split()
_VARIANTS = {"plain": 1.0, "names": 0.35, "old": 0.35}
# No block may count for more than this share of a page; a page counts as much as another.
_MOST = 0.15
_LEAST_WORDS = 30
_LEAST_IN_BLOCK = 0.5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's blocks: columns, labels and words."""

    site: str
    variant: str
    columns: Columns
    labels: Column
    words: Column


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--save", action="store_true")
    arguments = parser.parse_args()
    pages = [labelled for row in read(arguments.pages) for labelled in variants(row)]
    for fold_number in range(arguments.folds):
        unseen = [page for page in pages if _fold(page.site, arguments.folds) == fold_number]
        model = train([page for page in pages if _fold(page.site, arguments.folds) != fold_number])
        for variant in _VARIANTS:
            scores = [score(model, page) for page in unseen if page.variant == variant]
            print(f"fold {fold_number} {variant:6s} {len(scores):4d} pages, word F1 {np.mean(scores):.4f}")
    if arguments.save:
        save(train(pages), list(pages[0].columns), Path(package.__file__).with_name("forest.npz"))


def read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def variants(row: dict[str, Any]) -> Iterator[Labelled]:
    """The page as it is, and either without names or in old style."""
    root = parse(row["html"])
    if root is None:
        return
    titles = {fold(name) for name in own_names(root, Meta(root))} - {""}
    told = text_in(article_of(read_nodes(root), {row.get("url") or ""} - {""}, titles), "articleBody")
    other = "old" if zlib.crc32(row["html"][:5000].encode()) % 2 else "names"
    for variant in ("plain", other):
        if variant != "plain":
            (old_style if variant == "old" else without_names)(root)
            root = parse(etree.tostring(root, encoding="unicode", method="html"))
        page = read_blocks(root)
        if page.blocks:
            known = share_in(page, told) if told and len(told) > 300 else None
            columns = features(page, titles, known, share_in(page, other_text(root)))
            labels = label(page, row["gold_text"])
            yield Labelled(row["site"], variant, columns, labels, count_words(page))


def train(pages: list[Labelled]) -> lightgbm.Booster:
    """Trees for these pages; a block that is half in the article counts half for and half against."""
    values = np.vstack([matrix(page.columns).astype(np.float32) for page in pages])
    labels = np.concatenate([page.labels for page in pages])
    weights = np.concatenate([_weights(page) for page in pages])
    rules = dict.fromkeys(_AGAINST, -1) | dict.fromkeys(_FOR, 1)
    data = lightgbm.Dataset(
        np.vstack([values, values]),
        np.concatenate([np.ones(len(labels)), np.zeros(len(labels))]),
        weight=np.concatenate([weights * labels, weights * (1 - labels)]) + 1e-9,
    )
    constraints = [rules.get(name, 0) for name in pages[0].columns]
    return lightgbm.train(SETTINGS | {"monotone_constraints": constraints}, data, TREES)


def score(model: lightgbm.Booster, page: Labelled) -> float:
    """F1 of words that the choice by this model has on the page."""
    keep, _ = choose(model.predict(matrix(page.columns).astype(np.float32)), page.columns["words"])
    hit, taken, wanted = (page.words * part for part in (page.labels * keep, keep, page.labels))
    return 2 * hit.sum() / max(taken.sum() + wanted.sum(), 1e-9)


def save(model: lightgbm.Booster, names: list[str], path: Path) -> None:
    """The trees as the arrays that `Forest` reads."""
    nodes: list[tuple[int, float, int, int, float]] = []
    depths: list[int] = []

    def add(node: dict[str, Any], depth: int) -> int:
        at = len(nodes)
        depths.append(depth)
        nodes.append((0, np.inf, at, at, node.get("leaf_value", 0.0)))
        if "split_feature" in node:
            left, right = add(node["left_child"], depth + 1), add(node["right_child"], depth + 1)
            nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    roots = [add(tree["tree_structure"], 0) for tree in model.dump_model()["tree_info"]]
    feature, threshold, left, right, value = map(np.array, zip(*nodes, strict=True))
    used = np.unique(feature[np.isfinite(threshold)])
    place = np.where(np.isfinite(threshold), np.searchsorted(used, feature), 0)
    np.savez_compressed(
        path, columns=np.array([names[at] for at in used]), feature=place.astype(np.int16),
        threshold=threshold, left=left.astype(np.int32), right=right.astype(np.int32), value=value,
        roots=np.array(roots, dtype=np.int32), depth=np.array(max(depths)),
    )  # fmt: skip


def _weights(page: Labelled) -> Column:
    wanted = max(_LEAST_WORDS, float((page.words * page.labels).sum()))
    share = np.minimum(np.maximum(page.words, _LEAST_IN_BLOCK) / wanted, _MOST)
    return np.asarray(share * 300 * _VARIANTS[page.variant])


def _fold(site: str, folds: int) -> int:
    return zlib.crc32(site.encode()) % folds


if __name__ == "__main__":
    main()
