"""Setting other thresholds in a warehouse that is there."""

from __future__ import annotations

from collections.abc import Callable

from flows.screen import visible
from flows.summary import count
from ingest import __version__
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.run import Run
from warehouse.thresholds import Choice, SourceThresholds


def set_thresholds(
    source: str | None, choice: Choice | None, files: Files, *, on_wait: Callable[[str], None]
) -> str:
    """Set thresholds of a source, or of all, from now on; None takes back what was set. Return what changed.

    Raises UsageError for what is no threshold, before anything is locked.
    """
    with open_reader(files) as reader:
        before = reader.thresholds()
    if _wanted(before, source, choice) == before:
        return "They are so already.\n" + listed(before, source)
    parameters: dict[str, object] = {
        "source": source,
        "near": choice and choice.near,
        "contains": choice and choice.contains,
    }
    with Run(
        files, source="thresholds", parameters=parameters, program=__version__, on_wait=on_wait
    ) as writer:
        after = _wanted(writer.thresholds(), source, choice)
        changed = writer.limit(after)
    return f"{count(changed, 'relation')} changed.\n{listed(after, source)}"


def listed(thresholds: SourceThresholds, source: str | None = None) -> str:
    """Return a line for all sources and one for each that has its own; with `source`, that one's alone."""
    if source is not None:
        return visible(f"{source}: {_told(thresholds, source)}")
    lines = [f"all sources: {_told(thresholds, None)}"]
    lines += [f"source {name}: {_told(thresholds, name)}" for name in sorted(thresholds.own)]
    return visible("\n".join(lines))


def _told(thresholds: SourceThresholds, source: str | None) -> str:
    found = thresholds.of(source)
    return f"near from a Jaccard of {found.near:g}, contains from a containment of {found.contains:g}"


def _wanted(thresholds: SourceThresholds, source: str | None, choice: Choice | None) -> SourceThresholds:
    return thresholds.choose(source, choice) if choice else thresholds.reset(source)
