"""Articles in a folder, what an undisturbed run makes of them, and a server of copydesk's beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import forked_flows
from builders import files_in
from flows.pipeline import Request, run
from served import Served, free_port, serving


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in `news`, and what an undisturbed run makes of them in `undisturbed`."""
    folder = tmp_path_factory.mktemp("killed")
    news = forked_flows.write_articles(folder)
    run(Request([str(news)]), files_in(folder / "undisturbed"), on_wait=print)
    return folder


@pytest.fixture(scope="module")
def served(place: Path) -> Iterator[Served]:
    with serving(place / "home", free_port()) as served:
        yield served
