"""What making keys, relations and groups anew costs, from 100,000 and 1,000,000 stored texts.

    python bench/rebuild.py [--stored 100000 1000000] [--words 250] [--folder FOLDER]

The stored texts are made from a seed; a fifth of them are edited copies of earlier ones. The rebuild is that
of `copydesk rebuild`, in a process of its own on one core, without publishing; memory is that of the whole
process.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.growth import EnoughError, fill, in_process, texts
from flows.collection import seldom_collected
from warehouse.files import Files
from warehouse.run import Run

_COPIES = 5
_STAGES = ("matching", "grouping")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    print("   stored  documents/s   CPU s  wall s  peak MB  file MB before, after    pairs")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        files = Files(Path(folder) / "rebuild.duckdb")
        before = 0
        for stored in sorted(arguments.stored):
            in_process(fill, files, before, stored, arguments.words, with_copies)
            before, size = stored, _megabytes(files)
            figures = in_process(measure, files)
            print(
                f"{stored:9} {stored / figures['cpu']:12.0f} {figures['cpu']:7.0f} {figures['wall']:7.0f} "
                f"{figures['memory']:8.0f} {size:12.0f} {_megabytes(files):8.0f} {figures['pairs']:8.0f}"
            )
            print("          " + ", ".join(f"{name} {figures[name]:.0f} s CPU" for name in _STAGES))


def with_copies(chunk: int, words: int) -> list[str]:
    """Make the texts of one chunk; every fifth is one of the chunk before with another beginning."""
    made = texts(chunk, words)
    if chunk:
        earlier = texts(chunk - 1, words)
        made[::_COPIES] = [f"Corrected: {text}" for text in earlier[1::_COPIES]]
    return made


def measure(files: Files) -> dict[str, float]:
    """Rebuild, and return CPU seconds in all and by stage, wall seconds, peak memory and the pairs found."""
    spent = dict.fromkeys(_STAGES, 0.0)
    wall, cpu = time.perf_counter(), time.process_time()
    last = cpu

    def on_step(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = time.process_time()
        spent[stage] += now - last
        last = now

    try:
        with (
            seldom_collected(),
            Run(
                files, source="rebuild", parameters={}, program="bench", on_wait=print,
                rebuild=True, on_step=on_step,
            ) as writer,
        ):  # fmt: skip
            spent |= {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
            [(pairs,)] = writer.connection.execute("SELECT count(*) FROM store.pairs").fetchall()
            raise EnoughError
    except EnoughError:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent | {"pairs": pairs, "memory": memory}


def _megabytes(files: Files) -> float:
    return files.working.stat().st_size / 1e6


if __name__ == "__main__":
    main()
