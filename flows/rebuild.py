"""Making keys, relations and groups anew from the stored texts of a warehouse that is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flows.collection import seldom_collected
from flows.summary import count
from ingest import __version__
from warehouse.files import Files
from warehouse.reader import open_reader
from warehouse.rebuild import OnStep, Stage
from warehouse.run import Run


def rebuild(files: Files, *, on_wait: Callable[[str], None], on_step: OnStep) -> str:
    """Rebuild and publish; return what there is afterwards, and what there was before.

    Raises WarehouseError where there is no warehouse.
    """
    before = _found(files)
    with (
        seldom_collected(),
        Run(
            files,
            source="rebuild",
            parameters={},
            program=__version__,
            on_wait=on_wait,
            rebuild=True,
            on_step=on_step,
        ),
    ):
        pass
    return f"Matched and grouped anew: {_found(files)}. Before: {before}."


def _found(files: Files) -> str:
    with open_reader(files) as reader:
        status = reader.status()
    counted = (
        (status.documents, "document"),
        (status.relations, "relation"),
        (status.articles, "different article"),
    )
    return ", ".join(count(number, name) for number, name in counted)


@contextmanager
def shown() -> Iterator[OnStep]:
    """Show the steps as a bar on a terminal, and nowhere else."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed} of {task.total} documents"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        tasks: dict[Stage, TaskID] = {}

        def on_step(stage: Stage, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done)

        yield on_step
