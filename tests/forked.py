"""A process that does work in forks of itself, which start at once and can be killed at any moment.

It reads a JSON object per line, {"task": …, "file": …, "number": …}, prints the fork's process id when the
work begins and its exit status when it is over. Every batch that was acknowledged is noted in a file.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from builders import make_batch, make_document, open_run
from ingest.model import Document
from warehouse.files import Files

ROOT = Path(__file__).parents[1]


def documents(number: int, batch: int) -> list[Document]:
    """Three documents of a batch; some are copies of those of other numbers, one replaces an earlier text."""
    shared = " ".join(f"w{number % 7}x{word} of" for word in range(40))
    return [
        make_document(f"{number}-{batch}-0.txt", f"{shared} marker{number:04d}x{batch}"),
        make_document(f"{number}-{batch}-1.txt", f"Alone with marker{number:04d}x{batch}."),
        make_document(f"again-{number % 5}.txt", f"Changed {number}, batch {batch}, once more."),
    ]


def ids(number: int) -> list[UUID]:
    """The documents that only loads of this number bring."""
    return [document.doc_id for batch in (0, 1) for document in documents(number, batch)[:2]]


def acknowledged(file: Path) -> Path:
    return file.with_name(file.name + "-acknowledged")


def load(file: Path, number: int) -> None:
    with open_run(Files(file)) as writer:
        for batch in (0, 1):
            writer.load(make_batch(documents(number, batch)))
            with acknowledged(file).open("a") as notes:
                notes.write(f"{number} {batch}\n")


def forget(file: Path, number: int) -> None:
    with open_run(Files(file)) as writer:
        writer.forget(ids(number), "On request.")


def upgrade(file: Path, number: int) -> None:
    with open_run(Files(file)) as writer:
        for batch in (0, 1):
            writer.load(make_batch(documents(number, batch)[:2]))


Task = Callable[[Path, int], None]
TASKS: dict[str, Task] = {"load": load, "forget": forget, "upgrade": upgrade}


class Forks:
    """The process, as its user sees it; a context that ends it."""

    def __init__(self, script: str = __file__, environment: Mapping[str, str] = os.environ) -> None:
        """`script` is run with `environment`; it calls `main` with what it can do."""
        self._script, self._environment = script, environment

    def __enter__(self) -> Forks:
        self._process = subprocess.Popen(
            [sys.executable, self._script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**self._environment, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._process.stdin.close()
        self._process.wait()

    def begin(self, task: str, file: Path, number: int) -> int:
        """Begin a piece of work; return the id of the process that does it."""
        asked = json.dumps({"task": task, "file": str(file), "number": number})
        self._process.stdin.write(asked + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> int:
        """Wait for its end; return the exit status, negative for a signal."""
        return os.waitstatus_to_exitcode(int(self._process.stdout.readline()))

    def kill(self, task: str, file: Path, number: int, after: float) -> bool:
        """Begin a piece of work and kill it after so many seconds; say whether it was hit."""
        process = self.begin(task, file, number)
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        status = self.end()
        assert status in (0, -signal.SIGKILL)
        return status != 0


def main(tasks: Mapping[str, Task]) -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            # What the work itself says must not stand among what this process answers.
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            try:
                tasks[asked["task"]](Path(asked["file"]), asked["number"])
            except BaseException as error:
                print(error, file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main(TASKS)
