"""Patterns such as `news/**/*.jsonl`: where they begin, and what matches them, step by step. Pure."""

from __future__ import annotations

from fnmatch import fnmatchcase


def is_glob(path: str) -> bool:
    """Whether a path has wildcards in it."""
    return any(sign in path for sign in "*?[")


def fixed(path: str) -> tuple[str, tuple[str, ...]]:
    """The folder before the first wildcard of a pattern, and the parts of the pattern after it."""
    parts = path.split("/")
    count = next(i for i, part in enumerate(parts) if is_glob(part))
    root = "/".join(parts[:count]) or ("/" if count else ".")
    return root, tuple(part for part in parts[count:] if part not in ("", "."))


def advance(states: frozenset[int], name: str, pattern: tuple[str, ...]) -> frozenset[int]:
    """How far in the pattern one may be after `name`, being at `states` before it.

    The state `len(pattern)` means matched; what lies inside a matched folder is matched too.
    """
    hidden = name.startswith(".")
    after = set()
    for state in states:
        part = pattern[state] if state < len(pattern) else "**"
        if hidden and not part.startswith("."):
            continue
        if part == "**":
            after.add(state)
        elif fnmatchcase(name, part):
            after.add(state + 1)
    return open_states(after, pattern)


def open_states(states: set[int], pattern: tuple[str, ...]) -> frozenset[int]:
    """The states, and those reached because `**` may stand for no folder at all; at first it is `{0}`."""
    found = set(states)
    for state in sorted(states):
        while state < len(pattern) and pattern[state] == "**":
            state += 1
            found.add(state)
    return frozenset(found)
