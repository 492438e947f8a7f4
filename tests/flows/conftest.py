"""A small warehouse to ask, a command line to ask it with, and a Prefect server for the flow."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.cli import run
from flows.pipeline import Request
from flows.pipeline import run as run_pipeline
from warehouse.files import Files

SEEDS = Path(__file__).parents[2] / "seeds"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

HARBOUR = """The lighthouse at Corran Point was switched on again on Friday after a year of repairs.

- Advertisement -

Keeper Mairi Dunnet, 61, climbed the 143 steps to light the lamp herself. The new lens came from a workshop
in Aldersea and weighs 280 kilograms. Fishermen from six villages had collected the money for it.

Ships as far as 20 miles out can see the beam. The old lens goes to the museum in Brae, where children may
turn it by hand from next summer on.

© 2026 The Corran Herald. All rights reserved.
"""
BRIDGE = """A footbridge in Westmark was closed on Tuesday because swans had built a nest in the middle of it.

The town's engineer, Jonas Pell, said that the birds would be left in peace until the young could swim. Walkers
are asked to use the mill bridge, a detour of nine minutes. A baker has put out a tray of rolls for the patient.
"""


def write_corpus(folder: Path) -> Path:
    """Write four articles, of which two are copies but for their boilerplate, and two broken inputs."""
    (folder / "herald").mkdir(parents=True)
    (folder / "herald" / "lighthouse.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "herald" / "swans.txt").write_text(BRIDGE, encoding="utf-8")
    wire = {
        "text": HARBOUR.replace("- Advertisement -\n\n", "").partition("©")[0].strip(),
        "url": "https://wire.example/lighthouse",
        "title": "Lighthouse shines, again",
        "published_at": "2026-03-04T08:00:00Z",
    }
    short = {"text": "Rain.", "url": "https://wire.example/rain", "title": "Rain"}
    lines = [json.dumps(wire), json.dumps(short), "{not json"]
    (folder / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "nothing.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "articles")


@pytest.fixture(scope="session")
def stocked(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a warehouse that holds the small corpus; tests only read it."""
    path = tmp_path_factory.mktemp("stocked") / "copydesk.duckdb"
    run_pipeline(Request([str(corpus)]), Files(path), on_wait=print)
    return path


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def command(
    stocked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Run the command line in this process, on the stocked warehouse unless told otherwise."""
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(stocked))
    monkeypatch.delenv("COPYDESK_DEBUG", raising=False)

    def call(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Prefect server for as long as the tests that ask for it run."""
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        del os.environ[name]
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=600):
        yield


@pytest.fixture(scope="session")
def ingest_flow(prefect_server: None) -> Any:
    from flows.ingest import ingest

    return ingest


# Not for the whole session: what it runs in would be in the way of tests that start a loop of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window: Playwright's own, else one that is installed."""
    api = pytest.importorskip("playwright.sync_api", reason="pip install -e '.[browser]' brings Playwright")
    found = [path for name in BROWSERS if (path := shutil.which(name))]
    with api.sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        if not Path(own).exists() and not found:
            pytest.skip("no browser here: `playwright install chromium` brings one")
        path = own if Path(own).exists() else found[0]
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
