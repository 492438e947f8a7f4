"""The Makefile's first steps: what it says where it cannot set anything up."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def make_setup(python: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Call `make setup` with an interpreter that must not do."""
    command = ["make", "setup", f"PYTHON={python}", f"VENV={folder / 'venv'}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def interpreter(folder: Path, script: str) -> Path:
    """Make a program that answers like some interpreter."""
    path = folder / "python-of-old"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_missing_python_is_said(tmp_path: Path) -> None:
    """Without the interpreter the message says which one is looked for, and how to name another."""
    done = make_setup("no-such-python", tmp_path)
    assert done.returncode != 0
    assert "There is no no-such-python here" in done.stderr
    assert "PYTHON=" in done.stderr


def test_an_old_python_is_said(tmp_path: Path) -> None:
    """An interpreter below 3.11 is named with its version."""
    old = interpreter(tmp_path, 'case "$1" in --version) echo Python 3.9.1;; *) exit 1;; esac')
    done = make_setup(old, tmp_path)
    assert done.returncode != 0
    assert "Python 3.9.1 is too old" in done.stderr


def test_a_python_without_venv_is_said(tmp_path: Path) -> None:
    """Where environments cannot be made, the message names the missing package."""
    bare = interpreter(tmp_path, 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')
    done = make_setup(bare, tmp_path)
    assert done.returncode != 0
    assert "python3-venv" in done.stderr
    assert not (tmp_path / "venv").exists()
