"""The answers of the cookbook, on the sample corpus as it is now: `python -m docs.cookbook` writes them."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from flows.pipeline import Request, run
from flows.tables import write
from warehouse.files import Files
from warehouse.reader import Reader, open_reader

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cookbook.md"
# A statement, and below it the answer of last time.
_ASKED = re.compile(r"^```sql\n(.*?)^```\n(?:\n^```text\n.*?^```\n)?", re.DOTALL | re.MULTILINE)


def questions(page: str) -> list[str]:
    """Return the statements of the page in their order."""
    return _ASKED.findall(page)


def answered(page: str, ask: Callable[[str], str]) -> str:
    """Return the page with what `ask` says to each statement below it, in the place of what was there."""
    return _ASKED.sub(lambda asked: f"```sql\n{asked[1]}```\n\n```text\n{ask(asked[1])}```\n", page)


def printed(reader: Reader, sql: str) -> str:
    """Return what `copydesk query` prints to a file."""
    with io.StringIO() as screen, redirect_stdout(screen):
        write(reader.query(sql), "table")
        lines = screen.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main() -> None:
    """Load the sample corpus into a warehouse that is thrown away, and answer the questions of the page."""
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder) / "cookbook.duckdb")
        run(Request([str(ROOT / "seeds")]), files, on_wait=print)
        with open_reader(files) as reader:
            page = answered(PAGE.read_text("utf-8"), lambda sql: printed(reader, sql))
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
