"""Plots of the report."""

from __future__ import annotations

import re

from flows.report.plots import bars


def test_what_stands_behind_a_bar_has_room() -> None:
    """The longest bar ends early enough for the longest note, at seven units a character."""
    note = "1,295 · median 5,813 days"
    picture = bars("Leads", [("herald.example", [("first", "often", 1295.0)], note), ("b.example", [], "0")])
    width = int(re.findall(r'viewBox="0 0 (\d+) ', picture)[0])
    at = float(re.findall(rf'<text[^>]* x="([\d.]+)"[^>]*>{note}<', picture)[0])
    assert at + 7 * len(note) <= width
