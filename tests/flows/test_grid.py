"""Tables on a terminal: folded to the window, or a value a line where they do not fit."""

from __future__ import annotations

import pytest

from flows import grid

NAMES = [f"column {number}" for number in range(12)]
ROWS = [[f"value {number}, {'long ' * 20}end" for number in range(12)]]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("terminal")
def test_a_table_that_fits_folds_its_values(capsys: pytest.CaptureFixture[str]) -> None:
    """Two long columns share the window, every word of them is there."""
    grid.print_grid(NAMES[:2], [row[:2] for row in ROWS])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert out.count("long") == 40


@pytest.mark.usefixtures("terminal")
def test_too_many_columns_are_written_below_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """Rows whose columns do not fit come a value a line, whole."""
    grid.print_grid(NAMES, ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "row 1"
    assert f"column 11: {ROWS[0][11]}" in lines
