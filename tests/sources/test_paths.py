"""Paths, folders and globs name the same files in the same order every time."""

import os
from pathlib import Path

import pytest

from ingest.errors import UsageError
from ingest.sources.reading.paths import check, find, plan


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "news/two.html", "news/deep/one.txt", ".hidden/x.txt", "news/.x.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("word")
    return tmp_path


def uris(*paths: object) -> list[str]:
    return [entry.uri for entry in find([str(path) for path in paths])]


def test_folder_is_walked_in_order(tree: Path) -> None:
    """A folder gives its files by name, folder by folder, relative to itself, without hidden ones."""
    assert uris(tree) == ["a.txt", "b.txt", "news/deep/one.txt", "news/two.html"]


def test_file_is_relative_to_its_folder(tree: Path) -> None:
    """A file's address is its name, and a hidden file that is named is read."""
    assert uris(tree / "news/deep/one.txt", tree / "news/.x.txt") == ["one.txt", ".x.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        ("?.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "news/deep/one.txt"]),
        ("news/**/*.txt", ["deep/one.txt"]),
        ("news/**", ["deep/one.txt", "two.html"]),
        ("n*", ["news/deep/one.txt", "news/two.html"]),
        ("*/.x.txt", ["news/.x.txt"]),
    ],
)
def test_globs(tree: Path, pattern: str, expected: list[str]) -> None:
    """A glob is relative to the fixed folder before its first wildcard, and takes whole folders."""
    assert uris(tree / pattern) == expected


def test_existing_name_beats_a_glob(tree: Path) -> None:
    """A file whose name has wildcard characters is meant literally."""
    (tree / "[ab].txt").write_text("word")
    assert uris(tree / "[ab].txt") == ["[ab].txt"]


def test_links_to_files_are_read_and_to_folders_are_not(tree: Path) -> None:
    """A link to a file counts as one; a link to a folder is a reject, so that no loop is endless."""
    (tree / "news/link.txt").symlink_to(tree / "a.txt")
    (tree / "news/loop").symlink_to(tree)
    found = {entry.uri: entry.error for entry in find([str(tree / "news")])}
    assert found["link.txt"] is None
    assert found["loop"] is not None
    assert found["loop"][0] == "unsupported"


def test_name_that_is_not_utf8(tree: Path) -> None:
    """A name that is not UTF-8 is shown with escapes and marked."""
    (tree / "news" / os.fsdecode(b"caf\xe9.txt")).write_text("word")
    marked = [(entry.uri, entry.error) for entry in find([str(tree / "news")]) if entry.error]
    assert [(uri, error and error[0]) for uri, error in marked] == [("caf\\xe9.txt", "bad_name")]


@pytest.mark.parametrize("path", ["missing.txt", "missing/*.txt", "*.pdf", "bad\0name"])
def test_what_is_not_there_is_a_usage_error(tree: Path, path: str) -> None:
    """A path that does not exist and a glob without a match are told at once, with what to do."""
    with pytest.raises(UsageError, match="check"):
        check([str(tree / path)])


def test_stdin_needs_no_file() -> None:
    """A dash is stdin and always there."""
    check(["-"])
    assert uris("-") == ["-"]


def test_plan_counts_files_and_bytes(tree: Path) -> None:
    """The plan counts what will be read."""
    counted = plan([str(tree), "-"])
    assert (counted.files, counted.bytes) == (5, 16)


def test_two_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    """Where two paths hold files of one name, addresses begin at the folder that the paths have in common."""
    for folder in ("x", "y/z"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "story.txt").write_text(folder)
    (tmp_path / "x" / "other.txt").write_text("x")
    x, y = str(tmp_path / "x"), str(tmp_path / "y" / "z")
    wanted = ["x/other.txt", "x/story.txt", "y/z/story.txt"]
    assert sorted(entry.uri for entry in find([x, y])) == wanted
    assert sorted(entry.uri for entry in find([y, x])) == wanted
    files = [f"{x}/story.txt", f"{y}/story.txt"]
    assert [entry.uri for entry in find(files)] == ["x/story.txt", "y/z/story.txt"]
    assert [entry.uri for entry in find([x, f"{x}/story.txt"])] == ["other.txt", "story.txt", "story.txt"]
