"""Choosing another policy for canonical documents in a warehouse that is there."""

from __future__ import annotations

from collections.abc import Callable

from flows.summary import count
from ingest import __version__
from warehouse.files import Files
from warehouse.policy import parse
from warehouse.reader import open_reader
from warehouse.run import Run


def choose(text: str, files: Files, *, on_wait: Callable[[str], None]) -> str:
    """Choose canonical documents by the policy in `text` from now on; return what changed.

    Raises UsageError for what is no policy, before anything is opened.
    """
    policy = parse(text)
    with open_reader(files) as reader:
        if reader.policy() == policy:
            return f"Already {policy}."
    parameters: dict[str, object] = {"canonical": str(policy)}
    with Run(
        files, source="canonical", parameters=parameters, program=__version__, on_wait=on_wait
    ) as writer:
        changed = writer.choose(policy)
    return f"Canonical documents are chosen by {policy} now; {count(changed, 'group')} changed."
