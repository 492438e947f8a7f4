"""What a run by Prefect costs more than the command: the same documents, with a server up, into a new file.

    python bench/overhead.py [--texts 10000] [--rounds 1]

Whole processes are measured, imports included, in turns; seconds of CPU are theirs, without the server's.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.ingest import write

PROJECT = Path(__file__).parent.parent
FLOW = "import sys; from flows.ingest import ingest; ingest(sys.argv[1], warehouse=sys.argv[2])"
WAYS = {
    "copydesk ingest": ("-m", "flows.cli", "ingest", "{texts}", "--warehouse", "{file}"),
    "flow run": ("-c", FLOW, "{texts}", "{file}"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        write(texts, "txt", arguments.texts)
        os.environ["PREFECT_HOME"] = f"{folder}/prefect"
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=180):
            measure(texts, Path(folder), arguments.rounds)


def measure(texts: Path, folder: Path, rounds: int) -> None:
    """Run both ways in turns and print the best of each."""
    from prefect.settings import PREFECT_API_URL

    environment = {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value())}
    best: dict[str, tuple[float, float]] = {}
    for number in range(rounds):
        for way, arguments in WAYS.items():
            file = folder / f"{way.split()[0]}-{number}.duckdb"
            command = [each.format(texts=texts, file=file) for each in arguments]
            best[way] = min(best.get(way, (float("inf"), 0.0)), took(command, environment))
    for way, (wall, cpu) in best.items():
        print(f"{way:<16} {wall:7.1f} s wall {cpu:7.1f} s CPU")
    (plain, _), (flow, _) = best.values()
    print(f"a flow run takes {100 * (flow / plain - 1):+.0f} % of wall time")


def took(arguments: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds that a Python process took: on the wall, and of CPU."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=PROJECT, env=environment, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


if __name__ == "__main__":
    main()
