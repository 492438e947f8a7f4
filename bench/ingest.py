"""How fast the whole line is, stage by stage, and how fast the plain libraries are on the same documents.

    python bench/ingest.py [--texts 10000] [--pages 500]

Everything runs on one core, each measurement in a process of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.corpus import articles, pages

STAGES = {
    "extract": ("ingest.process", "extract"),
    "clean": ("ingest.process", "clean_page"),
    "fields and hashes": ("ingest.process", "_document"),
    "fingerprint": ("flows.pipeline", "fingerprint"),
    "load": ("warehouse.writer", "load_documents"),
    "number texts, write keys": ("warehouse.writer", "renumber"),
    "match": ("warehouse.writer", "match"),
    "group": ("warehouse.writer", "regroup"),
    "tell": ("warehouse.stories.settle", "retell"),
    "pair tellings": ("warehouse.stories.settle", "pair"),
    "stories": ("warehouse.stories.settle", "regroup_stories"),
    "search index": ("warehouse.writer", "update_index"),
    "publish": ("warehouse.run", "publish"),
}
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=500)
    arguments = parser.parse_args()
    for name, suffix, number, peers in (
        ("plain text", "txt", arguments.texts, {"datasketch bulk + LSH": datasketch}),
        ("HTML", "html", arguments.pages, {"trafilatura.extract": trafilatura}),
    ):
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), suffix, number)
            size = sum(path.stat().st_size for path in Path(folder).iterdir())
            print(f"\n{number} documents, {name}, {size / number / 1000:.1f} kB each, one core")
            report("copydesk, whole job", apart(copydesk, folder), number)
            for peer, run in peers.items():
                report(peer, apart(run, folder), number)


def write(folder: Path, suffix: str, number: int) -> None:
    """Write the documents as files."""
    made = articles(number) if suffix == "txt" else pages(number)
    for index, text in enumerate(made):
        (folder / f"{index:06d}.{suffix}").write_text(text, "utf-8")


def copydesk(folder: str) -> Figures:
    """Ingest the folder with the pipeline of the command, and time its stages on the way."""
    from importlib import import_module

    from flows.pipeline import Request, run
    from warehouse.files import Files

    spent: Figures = defaultdict(float)
    for stage, (module, name) in STAGES.items():
        place = import_module(module)
        setattr(place, name, timed(getattr(place, name), spent, stage))
    with tempfile.TemporaryDirectory() as target:
        run(Request([folder]), Files(Path(target) / "bench.duckdb"), on_wait=print)
    return dict(spent)


def timed(function: Callable[..., Any], spent: Figures, stage: str) -> Callable[..., Any]:
    """Add the CPU seconds of every call to `spent`."""

    def call(*args: Any, **kwargs: Any) -> Any:
        began = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[stage] += time.process_time() - began

    return call


def datasketch(folder: str) -> Figures:
    """Shingle, sign and index the same texts with datasketch alone: no cleaning, no storage."""
    from datasketch import MinHash, MinHashLSH

    texts = [path.read_text("utf-8").lower().split() for path in sorted(Path(folder).iterdir())]
    sets = [{" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)} for words in texts]
    index = MinHashLSH(threshold=0.7, num_perm=128)
    for number, minhash in enumerate(MinHash.bulk(sets, num_perm=128)):
        index.query(minhash)
        index.insert(number, minhash)
    return {}


def trafilatura(folder: str) -> Figures:
    """Extract the same pages with trafilatura alone, with its defaults: no cleaning, no storage."""
    from trafilatura import extract

    for path in sorted(Path(folder).iterdir()):
        extract(path.read_text("utf-8"))
    return {}


def apart(function: Callable[[str], Figures], folder: str) -> Figures:
    """Run a measurement in a new process on one core; return its stages, CPU seconds and peak memory."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe()
    process = context.Process(target=_measured, args=(function, folder, sender))
    process.start()
    figures: Figures = receiver.recv()
    process.join()
    return figures


def _measured(function: Callable[[str], Figures], folder: str, sender: Any) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    began = time.process_time()
    stages = function(folder)
    total = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sender.send({"CPU seconds": total, "peak MB": memory} | stages)


def report(name: str, figures: Figures, number: int) -> None:
    """Print one measurement."""
    total, memory = figures.pop("CPU seconds"), figures.pop("peak MB")
    print(f"{name:28s} {number / total:8.0f} documents/s {total:8.2f} s CPU {memory:6.0f} MB peak")
    for stage, seconds in figures.items():
        print(f"    {stage:24s} {seconds / number * 1000:8.3f} ms a document {seconds / total:8.0%}")
    if figures:
        rest = total - sum(figures.values())
        print(f"    {'start, read, rest':24s} {rest / number * 1000:8.3f} ms a document {rest / total:8.0%}")


if __name__ == "__main__":
    main()
