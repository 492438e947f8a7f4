"""The demo: the Prefect flow on the sample corpus, with a server that lives as long as the run.

`python -m flows.demo` is what `make demo` runs, in the checkout.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from flows.summary import count, cuts, groups
from warehouse.files import locate
from warehouse.reader import open_reader
from warehouse.stored import Found

SEEDS, WAREHOUSE, HOME = "seeds", "demo/copydesk.duckdb", ".prefect"
QUERIES = (
    "SELECT title, copies, sites FROM articles WHERE copies > 1 ORDER BY copies DESC, title LIMIT 5",
    "SELECT kind, count(*) AS cuts, count(DISTINCT doc_id) AS documents FROM removals GROUP BY kind "
    "ORDER BY cuts DESC, kind",
    "SELECT handle, posted_on, text FROM embeds WHERE platform = 'x' ORDER BY posted_on LIMIT 5",
)
_FLOW = "import sys; from flows.ingest import ingest; ingest(sys.argv[1], warehouse=sys.argv[2])"


def main() -> int:
    """Run the demo and print what it found; 0, or 1 with the flow's own log where it failed."""
    print("Running the flow `ingest` on seeds/, with a Prefect server for the time of it ...", flush=True)
    code = run_flow(SEEDS, WAREHOUSE, HOME)
    if code:
        return code
    with open_reader(locate(WAREHOUSE)) as reader:
        print(report(reader.found()))
    return 0


def run_flow(path: str, warehouse: str, home: str) -> int:
    """Run the flow in a process of its own, silent unless it fails; return its exit code.

    `home` becomes PREFECT_HOME. A server or profile that the user has set up is left alone.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["PREFECT_HOME"] = str(Path(home).absolute())
    environment["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "180"
    environment["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    command = [sys.executable, "-c", _FLOW, path, warehouse]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        done = subprocess.run(command, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            log.seek(0)
            sys.stderr.write(log.read())
    return done.returncode


def report(found: Found) -> str:
    """Return what the warehouse holds, and what to try next."""
    codes = sorted({row["error_code"] for row in found.rejects})
    told = [(code, sum(row["error_code"] == code for row in found.rejects)) for code in codes]
    return "\n".join(
        [
            "",
            f"{count(found.documents, 'document')} in {WAREHOUSE}",
            *cuts(found),
            *groups(found.groups),
            f"{count(len(found.rejects), 'input')} rejected:",
            *(f"  {number:>7,}  {code}" for code, number in told),
            "",
            "Try:",
            *(f"  {command}" for command in commands()),
        ]
    )


def commands() -> list[str]:
    """Return commands that ask the demo's warehouse something, as one types them in the checkout."""
    program = Path(sys.executable).with_name("copydesk")
    shown = os.path.relpath(program) if program.is_relative_to(Path.cwd()) else str(program)
    return [f'{shlex.quote(shown)} query --warehouse {WAREHOUSE} "{query}"' for query in QUERIES]


if __name__ == "__main__":
    sys.exit(main())
