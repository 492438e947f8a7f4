"""The files that a remote address names: a file, a folder with everything below it, or a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.errors import Refused
from ingest.sources.reading.patterns import advance, fixed, is_glob, open_states
from ingest.sources.reading.remote import Child, Remote


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file: its path there, its address relative to the ingested root, its size in bytes if known.

    `error`, a code and a sentence, is set for a folder that cannot be listed.
    """

    path: str
    uri: str
    size: int | None = None
    error: tuple[str, str] | None = None


def matches(tree: Remote) -> bool:
    """Whether there is such a file or folder, or any file that matches the pattern."""
    return next(below(tree), None) is not None or tree.kind(tree.path) is not None


def below(tree: Remote) -> Iterator[RemoteFile]:
    """The files, folder by folder in the order of their names; hidden ones are passed over."""
    kind = tree.kind(tree.path)
    if kind == "directory":
        yield from _walk(tree, tree.path, "", open_states({0}, ()), ())
    elif kind:
        yield RemoteFile(tree.path, tree.path.rpartition("/")[2], tree.size(tree.path))
    elif is_glob(tree.path):
        root, pattern = fixed(tree.path)
        if tree.kind(root) == "directory":
            yield from _walk(tree, root, "", open_states({0}, pattern), pattern)


def root_of(tree: Remote) -> str:
    """The place of the folder that addresses are relative to."""
    if tree.kind(tree.path) == "directory":
        return tree.place(tree.path)
    folder = fixed(tree.path)[0] if is_glob(tree.path) else tree.path.rpartition("/")[0]
    return tree.place(folder)


def _walk(
    tree: Remote, folder: str, prefix: str, states: frozenset[int], pattern: tuple[str, ...]
) -> Iterator[RemoteFile]:
    children: list[Child] = []
    try:
        children = tree.children(folder)
    except Refused as refusal:
        yield RemoteFile(folder, prefix.rstrip("/") or ".", None, (refusal.code, refusal.reason))
    for child in children:
        after = advance(states, child.name, pattern)
        uri = prefix + child.name
        if after and child.is_folder:
            yield from _walk(tree, child.path, f"{uri}/", after, pattern)
        elif len(pattern) in after:
            yield RemoteFile(child.path, uri, child.size)
