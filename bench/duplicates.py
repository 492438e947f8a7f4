"""How fast and how right near-duplicates are found, by copydesk and by other libraries, on the same texts.

    python bench/duplicates.py [--texts 20000 | --file TEXTS.jsonl]

The texts are made from a seed, or read from a file with one JSON object a line that has `text`. Everything
runs on one core, each library in a process of its own, from plain texts in memory to pairs of texts with a
Jaccard of at least 0.7; CPU seconds, without imports. Recall and precision are against true Jaccard. What is
not installed (pip install 'copydesk[bench]') is named and passed over.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.corpus import articles
from bench.peers import PEERS, THRESHOLD, Pairs
from bench.truth import Truth

_WARM = 200


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    # Peers that start threads of their own keep to one.
    os.environ |= {"RAYON_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file or _made(Path(folder), arguments.texts)
        # First of all, since a new process begins with the peak of the one that starts it.
        measured = {name: apart(name, path) for name, (module, _) in PEERS.items() if installed(module)}
        texts = read(path)
    truth = Truth(texts)
    true = truth.pairs(THRESHOLD)
    size = sum(map(len, texts)) / max(1, len(texts))
    print(f"{len(texts)} texts of {size:.0f} characters, {len(true)} pairs with a Jaccard ≥ {THRESHOLD}")
    for name in PEERS:
        if name in measured:
            report(name, *measured[name], len(texts), true)
        else:
            print(f"{name:28s} not installed")


def installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def read(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _made(folder: Path, number: int) -> Path:
    path = folder / "texts.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in articles(number))
    return path


def apart(name: str, path: Path) -> tuple[Pairs, float, float]:
    """Run one library in a new process; return its pairs, CPU seconds and peak memory in MB."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe()
    process = context.Process(target=_measured, args=(name, path, sender))
    process.start()
    # Else a child that dies would be waited for.
    sender.close()
    found: tuple[Pairs, float, float] = receiver.recv()
    process.join()
    return found


def _measured(name: str, path: Path, sender: Any) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts, find = read(path), PEERS[name][1]
    find(texts[:_WARM])
    began = time.process_time()
    pairs = find(texts)
    seconds = time.process_time() - began
    sender.send((pairs, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def report(name: str, pairs: Pairs, seconds: float, memory: float, texts: int, true: Pairs) -> None:
    """Print one line."""
    right = len(pairs & true)
    quality = (
        f"recall {right / max(1, len(true)):.4f}  precision {right / len(pairs):.4f}" if pairs else "no pairs"
    )
    print(f"{name:28s} {texts / seconds:8.0f} documents/s {seconds:8.2f} s CPU {memory:6.0f} MB  {quality}")


if __name__ == "__main__":
    main()
