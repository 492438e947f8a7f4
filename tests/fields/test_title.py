"""Headlines of plain texts."""

from __future__ import annotations

import pytest

from ingest.fields import headline

BODY = "The harbour board voted on Tuesday evening to close the old ferry quay for good, its chairwoman said."


@pytest.mark.parametrize(
    "line",
    [
        "Ferry quay to close",
        "Will the ferry quay close?",
        "“It was time”: board on the quay’s end",
        "渡船場が閉鎖へ、町議会が決定",
    ],
)
def test_a_first_line_over_a_body(line: str) -> None:
    """A short first line that is no sentence is the headline, with its white space made plain."""
    assert headline(f"\n {line.replace(' ', '  ')}\n\n{BODY}") == line


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\nThe quay was built when the railway came.",
        f"By Mara Lind\n{BODY}",
        f"The board met on Tuesday:\n{BODY}",
        "Milk\nButter\nBread",
        f"{'long ' * 30}\n{BODY}",
        "",
    ],
)
def test_what_is_no_headline(text: str) -> None:
    """Sentences, bylines, lists and one-line texts have none."""
    assert headline(text) is None
