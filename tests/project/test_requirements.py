"""The lock file: everything pinned, nothing but names and versions, in agreement with pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKED = [
    Requirement(line)
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    if line
]


def declared() -> list[Requirement]:
    """Return what pyproject.toml asks for, tools for development included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        Requirement(text) for text in (*project["dependencies"], *project["optional-dependencies"]["dev"])
    ]


def test_every_line_is_one_pinned_version() -> None:
    """No line names an address or leaves a choice."""
    for locked in LOCKED:
        assert locked.url is None
        assert [each.operator for each in locked.specifier] == ["=="]


def test_the_lock_holds_what_the_project_asks_for() -> None:
    """Every declared dependency is locked, at a version that its declaration allows."""
    versions: dict[str, list[str]] = {}
    for locked in LOCKED:
        name = locked.name.lower().replace("_", "-")
        versions.setdefault(name, []).extend(each.version for each in locked.specifier)
    for wanted in declared():
        found = versions[wanted.name.lower().replace("_", "-")]
        assert all(wanted.specifier.contains(version) for version in found), wanted
