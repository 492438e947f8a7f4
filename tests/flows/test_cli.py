"""The command line as a whole: exit codes, error lines, what it imports."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows import cli
from ingest import __version__

PROGRAM = Path(sys.executable).with_name("copydesk")


def test_version_and_help_end_well(command: Callable[..., Any]) -> None:
    """--version names the version, --help and the bare command name every subcommand."""
    assert command("--version").out == f"copydesk {__version__}\n"
    for said in (command("--help"), command()):
        assert said.code == 0
        assert all(name in said.out for name in ("ingest", "query", "show", "explain", "status", "restore"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("query",),
        ("query", "SELECT 1", "--format", "xml"),
        ("ingest",),
        ("ingest", "no-such-file.txt"),
        ("ingest", "no-such-*.txt"),
        ("ingest", ".", "--batch-size", "0"),
        ("ingest", ".", "--batch-size", "5001"),
        ("ingest", ".", "--format", "pdf"),
        ("ingest", ".", "--map", "author=writer"),
        ("ingest", ".", "--map", "text"),
        ("restore",),
        ("restore", "--rule", "a", "--doc", "b"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    command: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    """Wrong usage gives exit code 2, one line on stderr, nothing on stdout."""
    said = command(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("copydesk: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "no-such-document"),
        ("explain", "herald/swans.txt", "no-such-document"),
        ("restore", "--doc", "no-such-document"),
        ("restore", "--rule", "no-such-rule"),
        ("query", "SELEC 1"),
        ("query", ""),
        ("query", "-- only a comment"),
        ("query", "SELECT nothing FROM documents"),
        ("query", "DELETE FROM runs"),
        ("query", "COPY documents TO 'out.csv'"),
    ],
)
def test_a_failed_job_is_one_line_and_exit_code_1(
    command: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    """What cannot be done gives exit code 1, one line on stderr, nothing on stdout."""
    said = command(*arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("copydesk: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("query",),
        ("stories", "--since"),
        ("forget", "--yes", "--reason", "x", "--where"),
    ],
)
def test_an_argument_of_other_bytes_than_utf_8_is_wrong_usage(
    command: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    """An argument that is no text is named, with exit code 2 and in one line."""
    said = command(*arguments, "caf\udce9")
    assert (said.code, said.out) == (2, "")
    assert r"'caf\udce9'" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [("query", "SELECT 1"), ("show", "x"), ("restore", "--doc", "x")])
def test_a_missing_warehouse_says_what_to_do(
    command: Callable[..., Any], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Without a warehouse the error names the file and the command that makes one."""
    path = tmp_path / "none.duckdb"
    said = command(*arguments, "--warehouse", str(path))
    assert said.code == 1
    assert str(path) in said.err
    assert "copydesk ingest" in said.err
    assert not path.exists()


def test_a_file_that_is_no_warehouse_is_left_alone(
    command: Callable[..., Any], corpus: Path, tmp_path: Path
) -> None:
    """Neither reading nor ingesting changes a file that is something else."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader", encoding="utf-8")
    assert command("query", "SELECT 1", "--warehouse", str(path)).code == 1
    assert command("ingest", str(corpus), "--warehouse", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "Dear reader"


def test_debugging_shows_the_traceback(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """With COPYDESK_DEBUG=1 the exception itself comes out."""
    monkeypatch.setenv("COPYDESK_DEBUG", "1")
    with pytest.raises(Exception, match="no-such-document"):
        command("show", "no-such-document")


def test_the_installed_command_reads_and_fails_like_a_program(stocked: Path) -> None:
    """The program on the path prints to stdout, fails with its code, and shows no traceback."""
    good = subprocess.run(
        [PROGRAM, "query", "SELECT 40 + 2 AS answer", "--format", "csv", "--warehouse", stocked],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (good.returncode, good.stdout, good.stderr) == (0, "answer\n42\n", "")
    bad = subprocess.run(
        [PROGRAM, "show", "x", "--warehouse", stocked], capture_output=True, text=True, check=False
    )
    assert bad.returncode == 1
    assert "Traceback" not in bad.stderr


def test_a_reader_that_leaves_early_is_no_error(stocked: Path) -> None:
    """Closing the pipe ends the command quietly."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [PROGRAM, "query", "FROM range(200000)", "--format", "csv", "--warehouse", stocked],
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    os.close(reader)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


def test_a_full_disk_under_the_output_is_said(stocked: Path) -> None:
    """Output that cannot be written gives exit code 1 and one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [PROGRAM, "query", "SELECT 1", "--warehouse", stocked],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_no_command_imports_prefect(stocked: Path, corpus: Path, tmp_path: Path) -> None:
    """Ingesting and asking go without Prefect, whose import alone takes seconds."""
    script = (
        "import sys\n"
        "from flows.cli import run\n"
        f"assert run(['ingest', {str(corpus)!r}, '--warehouse', {str(tmp_path / 'w.duckdb')!r}]) == 0\n"
        f"assert run(['status', '--warehouse', {str(stocked)!r}]) == 0\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('prefect', 'fastapi')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"


def test_help_imports_neither_duckdb_nor_numpy() -> None:
    """Asking for help waits for nothing heavy."""
    script = "import sys, flows.cli; print({'duckdb', 'numpy', 'rich', 'pyarrow', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_stopped_run_says_how_to_go_on(
    command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, corpus: Path
) -> None:
    """Ctrl-C gives exit code 130 and the advice to run again."""

    def interrupted(context: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.cli, "invoke", interrupted)
    said = command("ingest", str(corpus))
    assert said.code == 130
    assert "again" in said.err


def read_terminal(arguments: list[str]) -> str:
    """Run the command on a terminal of its own and return all that it wrote there."""
    reader, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(
        [PROGRAM, *arguments], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    written = b""
    while chunk := _read(reader):
        written += chunk
    os.close(reader)
    assert process.wait() == 0
    return written.decode("utf-8")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:
        # The other end of a terminal closes with an error.
        return b""


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_text_can_command_the_terminal(stocked: Path, form: str) -> None:
    """Escape sequences in the data reach a terminal as visible signs."""
    sql = "SELECT chr(27) || '[31mred' || chr(155) || '2J' || chr(13) AS evil"
    written = read_terminal(["query", sql, "--format", form, "--warehouse", str(stocked)])
    assert "[31mred" in written
    assert "\x1b[31m" not in written
    assert "\x9b" not in written


def test_a_terminal_shows_cuts_struck_through(stocked: Path) -> None:
    """On a terminal a cut is struck through."""
    written = read_terminal(["show", "herald/lighthouse.txt", "--warehouse", str(stocked)])
    before, _, _ = written.partition("- Advertisement -")
    assert before.rpartition("\x1b[")[2].startswith("9;")


def test_a_terminal_shows_a_progress_bar(corpus: Path, tmp_path: Path) -> None:
    """A run on a terminal counts documents while it works, and ends with the summary."""
    written = read_terminal(["ingest", str(corpus), "--warehouse", str(tmp_path / "w.duckdb")])
    assert "6 documents" in written
    assert "Read 6 inputs: 4 added" in written
