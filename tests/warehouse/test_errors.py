"""Telling errors that may heal from errors that will not."""

from __future__ import annotations

import duckdb
import pytest

from warehouse.errors import WarehouseError, from_database, may_heal


def caused(cause: Exception) -> WarehouseError:
    """A WarehouseError that was raised from `cause`."""
    try:
        raise WarehouseError("A batch could not be loaded.") from cause
    except WarehouseError as error:
        return error


@pytest.mark.parametrize("error", [OSError("disk"), duckdb.IOException("disk")])
def test_a_failing_disk_may_heal(error: Exception) -> None:
    """Errors of the disk may heal, bare or told as a WarehouseError."""
    assert may_heal(error)
    assert may_heal(caused(error))


@pytest.mark.parametrize(
    "error", [ValueError("bug"), duckdb.ConstraintException("bug"), WarehouseError("newer")]
)
def test_a_mistake_does_not_heal(error: Exception) -> None:
    """Errors of the program or of the data stay, however often one tries."""
    assert not may_heal(error)
    assert not may_heal(caused(error))


def test_database_errors_are_known() -> None:
    """DuckDB's own errors are told from all others."""
    assert from_database(duckdb.ParserException("SELEC"))
    assert not from_database(OSError("disk"))
