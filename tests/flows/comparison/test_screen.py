"""A comparison on a terminal."""

from __future__ import annotations

import pytest
from rich.console import Console

from explained import OTHER, STORY, explain, explain_two, stored
from flows.comparison.screen import comparison
from warehouse.stored import Explanation

CHANGED = STORY.replace("home to harbour second", "safely to harbour second")


def printed(explanation: Explanation, width: int = 120) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as capture:
        for part in comparison(explanation):
            console.print(part)
    return capture.get()


def test_words_that_differ_stand_in_frames() -> None:
    """Each side frames its own words, so that no colour is needed to see them."""
    out = printed(explain(STORY, CHANGED))
    assert "[-home-]" in out
    assert "[+safely+]" in out


def test_every_row_has_a_sign() -> None:
    """Equal, changed, lonely and moved sentences are told apart by a sign before them."""
    long = "The harbour board of Lindholm voted to close the old ferry quay for good."
    a, b = f"{OTHER} {STORY} {long} Rain fell.", f"{long} {CHANGED} Snow came over hills. {OTHER}"
    signs = {line[0] for line in printed(explain(a, b)).splitlines() if line[:2].strip()}
    assert {"=", "~", "⇄"} <= signs
    assert "[⇄ Nothing in this sentence" in printed(explain(a, b))
    assert any(line.startswith("<") for line in printed(explain(f"{STORY} {OTHER}", STORY)).splitlines())
    assert any(line.startswith(">") for line in printed(explain(STORY, f"{STORY} {OTHER}")).splitlines())
    assert any(line.startswith("|") for line in printed(explain(STORY, OTHER)).splitlines())


@pytest.mark.parametrize("width", [60, 80, 160])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    """Columns fold their words, however narrow the window is."""
    out = printed(explain(STORY, f"{CHANGED} {OTHER}"), width)
    assert max(len(line) for line in out.splitlines()) <= width
    assert "[+safely+]" in out.replace("\n", "")


def test_what_is_left_out_is_said() -> None:
    """Long texts are shown in part, with how much is missing and where to see it all; short ones in full."""
    filler = " ".join(f"Filler{n} stands alone here." for n in range(400))
    out = printed(explain(f"{STORY} {filler}", STORY))
    assert "1,5" in out
    assert "--html has both texts in full" in out
    assert len(out.splitlines()) < 60
    assert "left out" not in printed(explain(OTHER, STORY[:56]))


def test_control_characters_do_not_reach_the_screen() -> None:
    """A text cannot move the cursor or colour the screen."""
    out = printed(explain(f"{OTHER} \x1b[31mred", f"{STORY} \x9b31mred"))
    assert "\x1b[31m" not in out
    assert "\x9b" not in out
    assert "␛[31mred" in out


def test_one_document_twice_is_no_comparison() -> None:
    """The same document twice is said to be that, and no more."""
    one = stored(1, STORY)
    assert printed(explain_two(one, one)).splitlines()[-1] == "Both names mean the same document."
