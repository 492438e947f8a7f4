"""What DuckDB leaves between values."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.errors import WarehouseError
from warehouse.zeros import run_with_zeros

WRITE = """
import sys
from hashlib import sha256
from pathlib import Path

from warehouse.zeros import fill_gaps_with_zeros

fill_gaps_with_zeros()

import pyarrow as pa
from warehouse.exporting import Database

names = [sha256(str(number).encode()).hexdigest() for number in range(2000)]
rows = pa.table({"doc_id": [name[:36] for name in names], "title": names, "text": [name * 6 for name in names]})
with Database(Path(sys.argv[1]), {}) as database:
    database.write("documents", rows)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="DuckDB's wheels have jemalloc on Linux only")
def test_two_processes_write_the_same_file(tmp_path: Path) -> None:
    """A DuckDB file is equal byte for byte, also where no value is."""
    for name in ("a", "b"):
        subprocess.run([sys.executable, "-c", WRITE, str(tmp_path / name)], check=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="DuckDB's wheels have jemalloc on Linux only")
def test_statements_of_a_process_of_their_own_write_the_same_file(tmp_path: Path) -> None:
    """So they do without this process having asked for zeros."""
    for name in ("a", "b"):
        run_with_zeros(
            f"SET threads = 1; SET disabled_compression_methods = 'fsst';"
            f" ATTACH '{tmp_path / name}' AS new (STORAGE_VERSION 'v1.2.0');"
            " CREATE TABLE new.texts AS SELECT repeat(sha256(range::VARCHAR), 6) FROM range(2000); DETACH new"
        )
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_error_of_theirs_is_one_line() -> None:
    """What DuckDB says comes back, without its excerpt of SQL."""
    with pytest.raises(WarehouseError, match=r"^Catalog Error: Table with name nothing does not exist!.*$"):
        run_with_zeros("SELECT * FROM nothing")
