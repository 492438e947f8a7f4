"""Prefect's UI in a real browser, with what `copydesk serve` stands up: the form, a run's page, its artifacts.

COPYDESK_PICTURES names a folder that pictures of the pages go to; those in docs/pictures are made so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from served import Served, free_port, serving
from tables import rows
from warehouse.files import Files

pytestmark = pytest.mark.slow
# Some of the sample corpus, copies and broken files among it.
NEWS = "seeds/[bdhmqt]*"
# A run takes seconds; a machine that has much to do may take long to begin it.
PATIENCE = 300_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with its deployments and a worker."""
    with serving(tmp_path_factory.mktemp("served"), free_port(), schedules=True) as up:
        yield up


def ui(served: Served) -> str:
    return f"http://127.0.0.1:{served.port}"


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """A page at the list of deployments; nothing is asked of other hosts."""
    opened = browser.new_context(viewport={"width": 1280, "height": 960})
    opened.set_default_timeout(PATIENCE)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    first = opened.new_page()
    first.goto(f"{ui(served)}/deployments")
    yield first
    opened.close()
    assert [address for address in asked if not address.startswith((ui(served), "data:", "blob:"))] == []


def picture(page: Any, name: str, height: int) -> None:
    """Keep a picture of the page where somebody wants it, without the pattern behind it."""
    if folder := os.environ.get("COPYDESK_PICTURES"):
        page.set_viewport_size({"width": 1280, "height": height})
        page.wait_for_load_state("networkidle")
        plain = "* { background-image: none !important }"
        page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled", style=plain)


def fill(page: Any, values: dict[str, str]) -> None:
    """Open the form of the deployment `ingest` and fill fields of these names."""
    page.get_by_role("link", name="ingest", exact=True).click()
    page.get_by_role("button", name="Run", exact=True).click()
    page.get_by_text("Custom run").click()
    for name, value in values.items():
        label = page.locator(".schema-form-property__label", has_text=re.compile(rf"^{name}( |$)"))
        field = page.locator(".schema-form-property").filter(has=label)
        field.locator("textarea, input").first.fill(value)


def submit(page: Any) -> None:
    """Start the run, and go to its page."""
    while True:
        with page.expect_response(lambda answer: answer.url.endswith("/create_flow_run")) as made:
            page.get_by_role("button", name="Submit").click()
        # While others write, Prefect's server may say that it is busy; a person presses again.
        if made.value.status != 503:
            break
    assert made.value.ok, made.value.text()
    page.goto(f"{page.url.partition('/deployments')[0]}/runs/flow-run/{made.value.json()['id']}")


def ended(page: Any, state: str) -> None:
    """Wait until the page of a run says that it ended so."""
    page.locator(".state-badge", has_text=re.compile("Completed|Failed|Crashed")).first.wait_for()
    assert page.locator(".state-badge").first.inner_text() == state


def test_a_run_from_the_form_to_its_evidence(page: Any, served: Served) -> None:
    """A form filled in makes a run whose page tells its story, down to why two articles are copies.

    What the page says is what the warehouse holds; what the form leaves empty stays as it is.
    """
    fill(page, {"path": NEWS, "source": "papers", "batch_size": "12", "near": "0.75"})
    page.mouse.wheel(0, -5000)
    picture(page, "form", 1250)
    submit(page)
    ended(page, "Completed")
    files = Files(served.home / "w.duckdb")
    [(seen, added, rejected)] = rows(files, "SELECT seen, added, rejected FROM runs WHERE source = 'papers'")
    assert rows(files, "SELECT source, count(*) FROM documents GROUP BY source") == [("papers", added)]
    assert rows(files, "SELECT source, near, contains FROM thresholds WHERE source IS NOT NULL") == [
        ("papers", 0.75, None)
    ]
    page.get_by_text(re.compile(r"^Batch 1: 12 seen, .*documents/s")).wait_for()
    assert page.get_by_text("Finished in state Completed()").count() == 0
    page.reload()
    picture(page, "run", 1060)
    page.get_by_text("Artifacts", exact=True).click()
    for name in ("progress", "chart", "evidence", "cuts", "copies"):
        page.get_by_text(name, exact=True).last.wait_for()
    addresses = {name: address(served, page, name) for name in ("progress", "summary", "chart", "rejects")}
    page.goto(addresses["progress"])
    page.get_by_text("Progress: 100%").wait_for()
    page.goto(addresses["chart"])
    drawn = page.get_by_role("img", name="Inputs, duplicates and cuts")
    drawn.wait_for()
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    picture(page, "chart", 560)
    page.goto(addresses["rejects"])
    page.get_by_text("The file is empty.").first.wait_for()
    assert page.get_by_role("row").count() == rejected + 1
    picture(page, "rejects", 620)
    page.goto(addresses["summary"])
    heading = page.get_by_role("heading", name=f"Read {seen} inputs: {added} added")
    heading.wait_for()
    picture(page, "report", 1100)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Evidence 1", exact=True).click()
    popup.value.get_by_text("copydesk explain ").first.wait_for()
    popup.value.get_by_text(re.compile(r"Jaccard \d\.\d\d, containment")).first.wait_for()
    picture(popup.value, "evidence", 640)
    page.goto(f"{ui(served)}/deployments")
    page.get_by_text("Ready", exact=True).first.wait_for()
    picture(page, "deployments", 700)


def address(served: Served, page: Any, artifact: str) -> str:
    """Return where an artifact of the run on the page is shown."""
    run = page.url.partition("/runs/flow-run/")[2].partition("?")[0]
    wanted = {"flow_run_id": {"any_": [run]}, "key": {"any_": [artifact]}}
    [found] = served.post("artifacts/filter", artifacts=wanted)
    return f"{ui(served)}/artifacts/artifact/{found['id']}"


def test_a_wrong_value_is_said_in_a_sentence(page: Any, served: Served) -> None:
    """A value out of its limits makes no run; a path that does not exist fails it before any work.

    Each says what is wrong, without a traceback.
    """
    before = len(served.runs())
    fill(page, {"path": "no/such/folder", "batch_size": "0"})
    page.get_by_role("button", name="Submit").click()
    page.get_by_text(
        "Validation failed for field 'batch_size'. Failure reason: 0 is less than the minimum of 1"
    ).first.wait_for()
    assert len(served.runs()) == before
    page.goto(f"{ui(served)}/deployments")
    fill(page, {"path": "no/such/folder"})
    submit(page)
    ended(page, "Failed")
    page.get_by_text(
        re.compile(r"^There is no file or folder 'no/such/folder'; check the spelling")
    ).wait_for()
    picture(page, "wrong-path", 960)
    assert page.get_by_text("Traceback").count() == 0
    page.get_by_text("Task Runs", exact=True).click()
    page.get_by_text("0 Task runs").wait_for()
