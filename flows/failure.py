"""From an exception to what a person needs: an exit code, and one sentence on what to do."""

from __future__ import annotations

import errno
import os

import click

from flows.errors import ServeError
from ingest.errors import UsageError
from warehouse.errors import WarehouseError, from_database, was_stopped

FAILED, WRONG_USAGE, STOPPED = 1, 2, 130
_SPACE = "Free some space and run the same command again; what was loaded is kept."


def code_and_sentence(error: BaseException) -> tuple[int, str]:
    """Return the exit code and the one line for an error that ended a command."""
    code, sentence = _look_up(error)
    return code, " ".join(_visible(sentence).split())


def is_foreseen(error: BaseException) -> bool:
    """Say whether an error is no mistake in copydesk: its sentence tells all that there is to know."""
    return isinstance(error, UsageError | WarehouseError | OSError | MemoryError) or from_database(error)


def _look_up(error: BaseException) -> tuple[int, str]:
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "copydesk"
        return WRONG_USAGE, f"{error.format_message()} See `{path} --help`."
    if isinstance(error, UsageError):
        return WRONG_USAGE, str(error)
    if isinstance(error, WarehouseError | ServeError):
        return FAILED, f"{error}{_more_space(str(error))}"
    if isinstance(error, click.Abort):
        return STOPPED, "Stopped. Nothing was changed."
    if isinstance(error, KeyboardInterrupt) or was_stopped(error):
        return STOPPED, "Stopped. Nothing is lost; running the same command again completes the work."
    if isinstance(error, MemoryError):
        return FAILED, "The memory is full. Close other programs, or take a smaller --batch-size."
    if isinstance(error, OSError):
        return FAILED, _system(error)
    if from_database(error):
        first_line = str(error).split("\n\n")[0]
        space = "Free some space, and r" if os.strerror(errno.ENOSPC) in first_line else "R"
        return FAILED, f"The warehouse cannot be used: {first_line} {space}un the same command again."
    return FAILED, (
        f"Something unforeseen went wrong ({type(error).__name__}: {error}). "
        "Run it again with COPYDESK_DEBUG=1 to see where."
    )


def _more_space(sentence: str) -> str:
    """Return what to do where a sentence tells of a full disk, and does not say it itself."""
    if os.strerror(errno.ENOSPC) not in sentence or _SPACE in sentence:
        return ""
    return f"{'' if sentence.endswith('.') else '.'} {_SPACE}"


def _system(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    what = f"{error.strerror or type(error).__name__}{where}."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what} {_SPACE}"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{what} Check the permissions, or choose another place with --warehouse."
    return f"{what} Run the same command again; what was loaded is kept."


def _visible(text: str) -> str:
    from flows.screen import visible

    return visible(text)
