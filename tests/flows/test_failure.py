"""From exceptions to exit codes and sentences."""

from __future__ import annotations

import errno
import os

import click
import duckdb
import pytest

from flows.failure import code_and_sentence
from ingest.errors import UsageError
from warehouse.errors import WarehouseError


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (UsageError("There is no file 'x'."), 2, "There is no file 'x'."),
        (click.UsageError("No such command 'x'."), 2, "--help"),
        (WarehouseError("It is locked."), 1, "It is locked."),
        (WarehouseError("Not loaded: No space left on device"), 1, "device. Free some space and run"),
        (KeyboardInterrupt(), 130, "again"),
        (RuntimeError("Query interrupted"), 130, "again"),
        (MemoryError(), 1, "--batch-size"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 1, "Free some space"),
        (PermissionError(errno.EACCES, "Permission denied", "/a/b"), 1, "/a/b"),
        (OSError(errno.EIO, "Input/output error"), 1, "again"),
        (duckdb.IOException("IO Error: gone\n\nat a place"), 1, "IO Error: gone"),
        (ZeroDivisionError("division by zero"), 1, "COPYDESK_DEBUG=1"),
    ],
)
def test_every_error_has_a_code_and_a_line(error: BaseException, code: int, words: str) -> None:
    """The exit code is that of its kind, and the line says what is wrong or what to do."""
    found, sentence = code_and_sentence(error)
    assert found == code
    assert words in sentence
    assert "\n" not in sentence


def test_an_error_cannot_command_the_terminal() -> None:
    """File names in error lines lose their control characters."""
    _, sentence = code_and_sentence(UsageError("There is no file '\x1b[2Jx\ny'."))
    assert sentence == "There is no file '␛[2Jx y'."
