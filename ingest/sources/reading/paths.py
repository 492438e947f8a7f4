"""From the paths a person names to the files behind them, in an order that is always the same."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.credentials import without_credentials
from ingest.errors import Refused, UsageError
from ingest.fetch.addresses import asked, is_web, stored
from ingest.sources.reading.opening import why_unreadable
from ingest.sources.reading.patterns import advance, fixed, is_glob, open_states
from ingest.sources.reading.remote import Remote, is_remote, local_path
from ingest.sources.reading.remote_files import below, matches, root_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to read: where it is, and its address relative to the ingested root with `/`.

    What is on the web has the same address for everybody.

    `error` is set where it is already clear that it cannot be read: a code and a sentence. `remote` is the
    file system of `path` where that is not this machine's, `size` the file's size there in bytes.
    """

    path: str
    uri: str
    error: tuple[str, str] | None = None
    remote: Remote | None = None
    size: int | None = None

    @property
    def place(self) -> str:
        """What only entries of one file have in common."""
        return self.remote.place(self.path) if self.remote else os.path.abspath(self.path)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much there is to read: the number of files and their size in bytes, as they lie on the disk.

    Stdin counts as one file of no size, so does what is on the web.
    """

    files: int
    bytes: int


def check(paths: Sequence[str]) -> None:
    """Raises `UsageError` for a path that does not exist, a glob without a match, and what is no address."""
    for path in map(local_path, paths):
        if is_web(path):
            _check_address(path)
            continue
        if path == STDIN or os.path.lexists(path):
            continue
        if is_remote(path) and matches(Remote(path)):
            continue
        shown = without_credentials(path)
        if not is_glob(path):
            what = "bucket or host, and the spelling" if is_remote(path) else "spelling"
            raise UsageError(f"There is no file or folder {shown!r}; check the {what} of the path.")
        if is_remote(path) or next(_glob(path), None) is None:
            raise UsageError(f"No file matches {shown!r}; check the pattern, and quote it for the shell.")


def _check_address(path: str) -> None:
    try:
        asked(path)
    except Refused as error:
        raise UsageError(
            f"{without_credentials(path)!r} is no address of a page; write it in full, such as "
            "https://harbourlight.example/feed.xml."
        ) from error


def plan(paths: Sequence[str]) -> Plan:
    """Counts what `paths` hold without opening any of it. Raises `UsageError` like `check`."""
    check(paths)
    files = size = 0
    for entry in find(paths):
        files += 1
        size += _size(entry)
    return Plan(files, size)


def find(paths: Sequence[str]) -> Iterator[Entry]:
    """Every file that `paths` name, folder by folder in the order of their names.

    Addresses are relative to each path's own root. Where two files would get the same one, those of all
    paths are relative to the folder that they have in common, whatever the order of the paths.
    """
    paths = [local_path(path) for path in paths]
    prefixes = _prefixes(paths) if _collide(paths) else [""] * len(paths)
    for path, prefix in zip(paths, prefixes, strict=True):
        for entry in _below(path):
            yield replace(entry, uri=prefix + entry.uri)


def _below(path: str) -> Iterator[Entry]:
    if path == STDIN:
        yield Entry(STDIN, STDIN)
    elif is_web(path):
        yield Entry(path, stored(path))
    elif is_remote(path):
        tree = Remote(path)
        for file in below(tree):
            yield Entry(file.path, file.uri, file.error, tree, file.size)
    elif os.path.isdir(path):
        yield from _walk(path, ())
    elif os.path.lexists(path) or not is_glob(path):
        yield _entry(path, os.path.basename(path))
    else:
        yield from _glob(path)


def _collide(paths: Sequence[str]) -> bool:
    """Whether two different files would get the same address; within one path there are none."""
    if len(paths) < 2:
        return False
    seen: dict[str, str] = {}
    entries = (entry for path in paths for entry in _below(path))
    return any(
        seen.setdefault(entry.uri, entry.place) != entry.place for entry in entries if not is_web(entry.path)
    )


def _prefixes(paths: Sequence[str]) -> list[str]:
    """What goes before the addresses of each path; that of a remote one names its bucket or host."""
    roots = {path: os.path.abspath(_root(path)) for path in paths if _is_local(path)}
    common = os.path.commonpath(roots.values()) if roots else ""
    ways = {path: os.path.relpath(root, common) for path, root in roots.items()}
    ways |= {path: root_of(Remote(path)) for path in paths if is_remote(path)}
    return ["" if ways.get(path, ".") == "." else f"{ways[path]}/" for path in paths]


def _is_local(path: str) -> bool:
    return path != STDIN and not is_web(path) and not is_remote(path)


def _root(path: str) -> str:
    if os.path.isdir(path):
        return path
    if os.path.lexists(path) or not is_glob(path):
        return os.path.dirname(path)
    return fixed(path)[0]


def _size(entry: Entry) -> int:
    try:
        if entry.remote or not _is_local(entry.path):
            return entry.size or 0
        return os.stat(entry.path).st_size
    except OSError:
        return 0


def _glob(path: str) -> Iterator[Entry]:
    """The files that a pattern names; `**` stands for any number of folders."""
    root, pattern = fixed(path)
    return _walk(root, pattern) if os.path.isdir(root) else iter(())


def _walk(root: str, pattern: tuple[str, ...]) -> Iterator[Entry]:
    """The files below `root` whose way matches the pattern, or lies inside a folder that does."""
    waiting = [_scan(root, "", open_states({0}, pattern), pattern)]
    while waiting:
        step = next(waiting[-1], None)
        if step is None:
            waiting.pop()
        elif isinstance(step, Entry):
            yield step
        else:
            waiting.append(_scan(*step, pattern))


_Folder = tuple[str, str, frozenset[int]]


def _scan(
    folder: str, prefix: str, states: frozenset[int], pattern: tuple[str, ...]
) -> Iterator[Entry | _Folder]:
    """The matching files of one folder and the folders in it that may hold more, by name."""
    try:
        with os.scandir(folder) as found:
            children = sorted(found, key=lambda child: child.name)
    except OSError as error:
        yield Entry(folder, prefix.rstrip("/") or ".", ("unreadable", why_unreadable(error)))
        return
    for child in children:
        after = advance(states, child.name, pattern)
        uri = prefix + child.name
        if after and child.is_dir(follow_symlinks=False):
            yield child.path, f"{uri}/", after
        elif len(pattern) in after:
            yield _entry(child.path, uri)


def _entry(path: str, uri: str) -> Entry:
    """The entry of one file, with the reason if its name or the link behind it cannot be used."""
    try:
        uri.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(uri).decode("utf-8", "backslashreplace")
        return Entry(path, shown, ("bad_name", "The file's name is not UTF-8; rename it."))
    if os.path.islink(path) and os.path.isdir(path):
        reason = "It is a link to a folder, which is not followed; name the folder itself to read it."
        return Entry(path, uri, ("unsupported", reason))
    return Entry(path, uri)
