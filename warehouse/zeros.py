"""Nothing but zeros between the values that DuckDB stores.

It writes whole blocks, with whatever its memory held before where no value is: pieces of other documents,
different each time. Its allocator, jemalloc (DuckDB's wheels for Linux have it), can be asked for zeros, by a
variable of the environment and before DuckDB is first imported. They cost a tenth of the time: only what
others get asks for them, or must not find something in.
"""

from __future__ import annotations

import os
import subprocess
import sys

from warehouse.errors import WarehouseError

_ASKED = {"DUCKDB_JE_MALLOC_CONF": "zero:true"}
_RUN = """
import sys
import duckdb
try:
    duckdb.connect().execute(sys.stdin.read())
except duckdb.Error as error:
    sys.exit(str(error))
"""


def fill_gaps_with_zeros() -> None:
    """Have DuckDB begin with zeroed memory, from when it is first imported until this process ends."""
    for name, value in _ASKED.items():
        os.environ.setdefault(name, value)


def run_with_zeros(sql: str) -> None:
    """Run statements on a new database in memory, in a process of their own that begins with zeroed memory.

    They attach the files that they work on. Raises WarehouseError with what DuckDB says.
    """
    # -P: a file duckdb.py in the current folder would be taken for DuckDB.
    ended = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-c", _RUN],
        input=sql,
        env=os.environ | _ASKED,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode:
        told = " ".join(ended.stderr.split("\n\n")[0].split())
        raise WarehouseError(told or f"DuckDB's process ended with {ended.returncode}.")
