"""Only regular files are opened, and opening never waits."""

import os
import socket
from pathlib import Path

import pytest

from ingest.errors import Refused
from ingest.sources.reading.limits import MAX_KEPT
from ingest.sources.reading.opening import opened


def refusal_of(path: Path) -> Refused:
    with pytest.raises(Refused) as refusal, opened(str(path)):
        pass
    return refusal.value


def test_small_file_is_known_wholly(tmp_path: Path) -> None:
    """Of a small file all bytes are at hand for a reject."""
    (tmp_path / "a").write_bytes(b"word")
    with opened(str(tmp_path / "a")) as (stream, size, data):
        assert (stream.read(), size, data) == (b"word", 4, b"word")


def test_large_file_is_streamed(tmp_path: Path) -> None:
    """Of a large file only the size is known before it is read."""
    (tmp_path / "a").write_bytes(b"x" * (MAX_KEPT + 1))
    with opened(str(tmp_path / "a")) as (stream, size, data):
        assert (len(stream.read()), size, data) == (MAX_KEPT + 1, MAX_KEPT + 1, None)


def test_named_pipe_is_not_opened(tmp_path: Path) -> None:
    """A pipe without a writer would block for ever; it is refused instead."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal_of(tmp_path / "pipe").code == "unsupported"


def test_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket is no article."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert refusal_of(tmp_path / "s").code == "unsupported"


def test_device_is_refused() -> None:
    """A device is no article."""
    assert refusal_of(Path(os.devnull)).code == "unsupported"


def test_broken_link_is_unreadable(tmp_path: Path) -> None:
    """A link to nothing is unreadable, and the sentence says so."""
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    assert refusal_of(tmp_path / "link").code == "unreadable"


def test_link_loop_is_unreadable(tmp_path: Path) -> None:
    """Links that point at each other are unreadable."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refusal_of(tmp_path / "a").code == "unreadable"
