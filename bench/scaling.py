"""What one machine holds, and what others could take over: cleaning and fingerprinting apart from the writer.

    python bench/scaling.py [--texts 10000] [--pages 2000] [--workers 2] [--rounds 1]

First on one core, in seconds of CPU, which other programs do not change much: how much of the work could go
to Dask, what memory it takes, how large the file becomes. With --workers then the same documents by flow runs
with a server up, in one process and on so many workers of Dask (`pip install -e '.[dask]'`); whole processes
on the wall, so the machine should have nothing else to do. --workers 0 leaves that out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.ingest import Figures, apart, timed, write
from bench.overhead import FLOW, took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        corpora = {}
        for suffix, number in (("txt", arguments.texts), ("html", arguments.pages)):
            folder = Path(root) / suffix
            folder.mkdir()
            write(folder, suffix, number)
            corpora[folder] = number
            one_core(folder, number)
        if arguments.workers:
            flow_runs(corpora, arguments.workers, arguments.rounds)


def one_core(folder: Path, number: int) -> None:
    """Print what a document costs, by who could do it."""
    figures = apart(run, str(folder))
    total = figures["CPU seconds"]
    print(f"\n{number} documents ({folder.name}), one core: {number / total:.0f} a second of CPU")
    for part in ("clean and fingerprint", "write"):
        print(f"    {part:30s} {1000 * figures[part] / number:8.2f} ms a document")
    rest = total - figures["clean and fingerprint"] - figures["write"]
    print(f"    {'start, read, stories, publish':30s} {1000 * rest / number:8.2f} ms a document")
    print(
        f"    {figures['peak MB']:.0f} MB of memory, file {figures['file'] / number / 1000:.2f} kB a document"
    )


def run(folder: str) -> Figures:
    """Ingest the folder with the pipeline of the command, and time its two halves."""
    from flows import pipeline
    from flows.pipeline import Request, clean_batch, load_batch
    from warehouse.files import Files

    spent: Figures = defaultdict(float)
    with tempfile.TemporaryDirectory() as target:
        files = Files(Path(target) / "bench.duckdb")
        pipeline.run(
            Request([folder]),
            files,
            clean=timed(clean_batch, spent, "clean and fingerprint"),
            load=timed(load_batch, spent, "write"),
            on_wait=print,
        )
        return {**spent, "file": files.published.stat().st_size}


def flow_runs(corpora: dict[Path, int], workers: int, rounds: int) -> None:
    """Print how long flow runs take in one process and on workers, the best of some rounds."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PREFECT_HOME"] = f"{folder}/prefect"
        from prefect.settings import PREFECT_API_URL
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=180):
            environment = {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value())}
            for corpus, number in corpora.items():
                for asked in ("", str(workers)):
                    best = min(
                        took(
                            ["-c", FLOW, str(corpus), f"{folder}/{corpus.name}{asked}-{turn}.duckdb"],
                            {**environment, "COPYDESK_DASK": asked},
                        )
                        for turn in range(rounds)
                    )
                    way = f"Dask, {asked} workers" if asked else "one process"
                    print(f"{number} {corpus.name}, {way:16s} {best[0]:7.1f} s wall {best[1]:7.1f} s CPU")


if __name__ == "__main__":
    main()
