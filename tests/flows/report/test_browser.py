"""The report in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import files_in
from flows.cli import run
from flows.pipeline import Request
from flows.pipeline import run as ingest
from seed_corpus import SEEDS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample corpus."""
    folder = tmp_path_factory.mktemp("report")
    files = files_in(folder)
    ingest(Request([str(SEEDS)]), files, on_wait=print)
    assert run(["report", "--html", str(folder / "r.html"), "--warehouse", str(files.published)]) == 0
    return folder / "r.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 400])
def test_a_click_shows_the_evidence(report: Path, browser: Any, scheme: str, width: int) -> None:
    """A group opens to its timeline and two texts; nothing is asked of a network, nothing goes wrong."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url != report.as_uri() else None)
    page.goto(report.as_uri())
    group = page.locator("details.group").first
    assert not group.locator("circle").first.is_visible()
    group.locator("summary").first.click()
    assert group.locator("circle").first.is_visible()
    assert group.locator(".row > div").nth(2).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(report: Path, browser: Any, scheme: str) -> None:
    """Text has a contrast of at least 4.5 with the page, by day and by night."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(report.as_uri())
    colours = page.evaluate(
        """() => {
            const part = (name) => getComputedStyle(document.querySelector(name));
            const ground = part('body').backgroundColor;
            const words = [part('body').color, part('p').color, part('svg text').fill, part('td').color];
            return [ground, ...words].map((text) => text.match(/[0-9.]+/g).slice(0, 3).map(Number));
        }"""
    )
    ground, *words = [_luminance(colour) for colour in colours]
    for word in words:
        assert (max(word, ground) + 0.05) / (min(word, ground) + 0.05) >= 4.5
    page.close()


def _luminance(colour: list[float]) -> float:
    """Relative luminance of a colour in sRGB, after WCAG 2."""
    parts = [each / 255 for each in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
