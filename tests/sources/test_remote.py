"""Remote folders are read as local ones are, and what goes wrong there is a sentence without secrets."""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from ingest.errors import UsageError
from ingest.model import Raw, Reject
from ingest.sources import read
from ingest.sources.reading.limits import MAX_KEPT
from ingest.sources.reading.paths import check, find, plan
from reading import STORY

FILES = ("b.txt", "a.txt", "news/two.html", "news/deep/one.txt", ".hidden/x.txt", "news/.x.txt")


class Troubled(MemoryFileSystem):
    """A file system that refuses some names, as a server would."""

    protocol = "troubled"
    store: dict[str, Any] = {}  # noqa: RUF012 - shared by all instances, as in its base
    pseudo_dirs = [""]  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.partition("://")[2].rpartition("@")[2].strip("/") if "://" in path else path

    def info(self, path: str, **options: Any) -> Any:
        if "locked" in path:
            raise PermissionError("Access Denied")
        if "down" in path:
            raise TimeoutError("no answer to ana:pa55word")
        return super().info(path, **options)

    def ls(self, path: str, detail: bool = True, **options: Any) -> Any:
        if path.endswith("/closed"):
            raise PermissionError("Access Denied")
        return super().ls(path, detail, **options)

    def _open(self, path: str, mode: str = "rb", **options: Any) -> Any:
        if path.endswith("/broken.txt") and mode == "rb":
            raise OSError("connection reset by ana:pa55word")
        return super()._open(path, mode, **options)


@pytest.fixture
def bucket() -> Iterator[str]:
    """The address of a folder with some files."""
    memory, name = fsspec.filesystem("memory"), f"bucket-{uuid.uuid4().hex}"
    for file in FILES:
        memory.pipe(f"/{name}/{file}", STORY.encode())
    yield f"memory://{name}"
    memory.rm(f"/{name}", recursive=True)


@pytest.fixture
def troubled() -> Iterator[str]:
    """The address, with a password, of a folder in which not everything can be read."""
    fsspec.register_implementation("troubled", Troubled, clobber=True)
    files = fsspec.filesystem("troubled")
    for file in ("a.txt", "broken.txt", "closed/b.txt", "z.txt"):
        files.pipe(f"/box/{file}", STORY.encode())
    yield "troubled://ana:pa55word@box"
    files.rm("/box", recursive=True)


def uris(*paths: str) -> list[str]:
    return [entry.uri for entry in find(paths)]


def outcomes(path: str) -> list[tuple[str, str]]:
    return [(item.source_uri, item.format if isinstance(item, Raw) else item.code) for item in read([path])]


def same_files(folder: Path) -> str:
    """A folder of this machine with the same files."""
    for file in FILES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(STORY)
    return str(folder)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", ["a.txt", "b.txt", "news/deep/one.txt", "news/two.html"]),
        ("/", ["a.txt", "b.txt", "news/deep/one.txt", "news/two.html"]),
        ("/news/deep/one.txt", ["one.txt"]),
        ("/news/.x.txt", [".x.txt"]),
        ("/*.txt", ["a.txt", "b.txt"]),
        ("/[ab].txt", ["a.txt", "b.txt"]),
        ("/**/*.txt", ["a.txt", "b.txt", "news/deep/one.txt"]),
        ("/news/**", ["deep/one.txt", "two.html"]),
        ("/n*", ["news/deep/one.txt", "news/two.html"]),
    ],
)
def test_addresses_are_those_of_local_folders(
    bucket: str, tmp_path: Path, pattern: str, expected: list[str]
) -> None:
    """Folders, files and patterns name the same files in the same order as on a disk."""
    assert uris(bucket + pattern) == expected == uris(same_files(tmp_path) + pattern)


def test_the_articles_are_the_same(bucket: str, tmp_path: Path) -> None:
    """What is read from afar is what would be read here."""
    here = same_files(tmp_path)
    assert list(read([bucket])) == list(read([here]))
    assert plan([bucket]) == plan([here])


def test_a_large_file_is_streamed(bucket: str) -> None:
    """A file too large to be held at once is read to its end, packed too."""
    lines = b'{"text": "One of many."}\n' * (MAX_KEPT // 20)
    fsspec.filesystem("memory").pipe(f"/{bucket[9:]}/big/lines.jsonl", lines)
    fsspec.filesystem("memory").pipe(f"/{bucket[9:]}/big/lines.jsonl.gz", gzip.compress(lines, 0))
    assert len(lines) > MAX_KEPT
    assert sum(isinstance(item, Raw) for item in read([f"{bucket}/big"])) == 2 * lines.count(b"\n")


def test_a_file_address_is_a_local_path(tmp_path: Path) -> None:
    """`file://` names a file of this machine, with or without escapes."""
    (tmp_path / "a b.txt").write_text(STORY)
    (tmp_path / "c%41.txt").write_text(STORY)
    for address in (f"file://{tmp_path}/a b.txt", f"file://localhost{tmp_path}/a%20b.txt"):
        assert outcomes(address) == [("a b.txt", "text")]
    assert outcomes(f"file://{tmp_path}/c%41.txt") == [("c%41.txt", "text")]
    assert uris(f"file://{tmp_path}/*.txt") == ["a b.txt", "c%41.txt"]


def test_files_of_one_name_keep_apart(bucket: str, tmp_path: Path) -> None:
    """Where two places hold files of one name, those from afar are told with their bucket."""
    (tmp_path / "a.txt").write_text("Another text.")
    name = bucket[9:]
    assert uris(str(tmp_path), f"{bucket}/*.txt") == ["a.txt", f"memory/{name}/a.txt", f"memory/{name}/b.txt"]
    assert uris(f"{bucket}/a.txt", f"{bucket}/*.txt") == ["a.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("s3://bucket/news", "pip install s3fs"),
        ("gs://bucket/news", "pip install gcsfs"),
        ("az://bucket/news", "pip install adlfs"),
        ("sftp://ana:pa55word@host.example/news", "pip install paramiko"),
        ("foo://ana:pa55word@bucket/news", "no kind of address foo://"),
        ("memory://nowhere/ana", "check the bucket or host"),
        ("memory://nowhere/*.txt", "No file matches"),
        ("simplecache::http://ana:pa55word@wire.example/a", "name them where they lie"),
        ("data://x", "name them where they lie"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_at_once(address: str, words: str) -> None:
    """A missing package, a wrong kind and a wrong path are each a sentence that says what to do, without secrets."""
    if "pip install" in words and find_spec(words.rpartition(" ")[2]):
        pytest.skip("the package is there")
    with pytest.raises(UsageError, match=r"\.$") as told:
        check([address])
    assert words in str(told.value)
    assert "pa55word" not in str(told.value)


@pytest.mark.parametrize(
    ("path", "words"), [("/locked", "may not be read"), ("/down", "TimeoutError: no answer")]
)
def test_a_server_that_refuses_is_told_in_a_sentence(troubled: str, path: str, words: str) -> None:
    """No permission and no answer are told before any work, without what the address holds of secrets."""
    with pytest.raises(UsageError, match=words) as told:
        check([troubled + path])
    assert "pa55word" not in str(told.value)


def test_what_cannot_be_read_does_not_stop_the_rest(troubled: str) -> None:
    """A folder that may not be listed and a file that breaks are rejects of their own, without secrets."""
    found = list(read([troubled]))
    assert [(item.source_uri, getattr(item, "code", "read")) for item in found] == [
        ("a.txt", "read"),
        ("broken.txt", "unreadable"),
        ("closed", "unreadable"),
        ("z.txt", "read"),
    ]
    broken, closed = (item for item in found if isinstance(item, Reject))
    assert broken.reason == "troubled://box cannot be read (OSError: connection reset by …:…)."
    assert closed.reason == "troubled://box may not be read; check the credentials in the environment."
