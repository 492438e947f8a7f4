"""Trains the forests that weigh the lines of plain text, and checks them on sites they have not seen.

    python -m training.lines.train --story FILE… --page FILE… [--clean FILE…] [--favour SET…] [--check]

Needs lightgbm. `--check` grows the forests on four fifths of the sites and cleans the rest as the package
would, rules and all, five times over; it prints what a scorer of words would say, for the rules alone and
with the forests. Without it the weights file of the package is written. The same files and the same
version of lightgbm give the same weights.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.clean.engine.rule import Found
from ingest.clean.verdict.judged_lines import judged_lines
from ingest.clean.verdict.weights import FILE
from training.lines.growing import PLANS, arrays, grow
from training.lines.labelled import BOILERPLATE, CONTENT, FOLDS, Example, read

Choice = NDArray[np.bool_]


def main() -> None:
    """Read the files, then train or check."""
    options = _options()
    favoured = frozenset(options.favour)
    examples = [
        example
        for role in ("story", "page", "clean")
        for path in getattr(options, role)
        for example in read(path, role)
    ]
    if options.check:
        judged = list(_held_out(examples, favoured))
        report("rules", [(example, cut_lines(example, [])) for example, _ in judged])
        report("all", judged)
        return
    packed = {}
    for name, plan in PLANS.items():
        packed |= arrays(name, grow(examples, plan, favoured))
    np.savez_compressed(options.out, **packed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--story", type=Path, nargs="+", required=True, help="texts of articles' own elements"
    )
    parser.add_argument("--page", type=Path, nargs="+", required=True, help="texts of whole pages")
    parser.add_argument("--clean", type=Path, nargs="*", default=[], help="texts without dirt")
    parser.add_argument("--favour", nargs="*", default=[], help="sets that count four times")
    parser.add_argument("--check", action="store_true", help="cross-validate by site instead of training")
    parser.add_argument("--out", type=Path, default=FILE, help="where to write the weights")
    return parser.parse_args()


def _held_out(examples: Sequence[Example], favoured: frozenset[str]) -> Iterator[tuple[Example, Choice]]:
    """Every example with the lines that rules and forests cut; the forests never saw its site."""
    for fold in range(FOLDS):
        known = [example for example in examples if example.fold != fold]
        forests = {name: grow(known, plan, favoured) for name, plan in PLANS.items()}
        for example in examples:
            if example.fold == fold:
                judged = judged_lines(example.page, example.found, forests.__getitem__)
                yield example, cut_lines(example, judged)


def cut_lines(example: Example, judged: Sequence[Found]) -> Choice:
    """Which lines lose more than half of their visible characters to the rules and to `judged`."""
    gone = bytearray(len(example.page.text))
    for found in (*example.found, *judged):
        gone[found.start : found.stop] = b"\1" * (found.stop - found.start)
    cuts = []
    for line in example.page.lines:
        seen = [at for at, mark in enumerate(line.text, line.start) if not mark.isspace()]
        cuts.append(2 * sum(gone[at] for at in seen) > len(seen))
    return np.array(cuts)


def report(name: str, judged: Sequence[tuple[Example, Choice]]) -> None:
    """Print F1 (mean over documents), content words lost and boilerplate words cut, by role and group."""
    groups: dict[tuple[str, str], list[tuple[float, float, float, float]]] = defaultdict(list)
    for example, cuts in judged:
        language = "english" if example.english else "other"
        sums = _sums(example, cuts)
        for group in (language, f"{example.collection} {language}"):
            groups[example.role, group].append(sums)
    for (role, group), rows in sorted(groups.items()):
        lost, kept, cut, left = np.sum(rows, axis=0)
        scores = [_f1(*row) for row in rows]
        touched = sum(row[0] > 0 for row in rows)
        print(
            f"{name:6} {role:6} {group:22} docs {len(rows):4}  F1 {np.mean(scores):.4f}"
            f"  lost {lost / max(1, lost + kept):.4f}  cut {cut / max(1, cut + left):.4f}"
            f"  documents that lost content {touched}"
        )


def _sums(example: Example, cuts: Choice) -> tuple[float, float, float, float]:
    content, dirt = example.labels == CONTENT, example.labels == BOILERPLATE
    words = example.scored
    return (
        float(words[content & cuts].sum()),
        float(words[content & ~cuts].sum()),
        float(words[dirt & cuts].sum()),
        float(words[dirt & ~cuts].sum()),
    )


def _f1(lost: float, kept: float, cut: float, left: float) -> float:
    if not kept:
        return 0.0
    precision, recall = kept / (kept + left), kept / (kept + lost)
    return 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    main()
