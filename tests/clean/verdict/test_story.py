"""In a story a run of lines goes on two signals, and on more of them in the flow of the text."""

import numpy as np

from ingest.clean.verdict.story import REACH, SURE_AT_ENDS, SURE_IN_FLOW, runs, story_cuts

BETWEEN = (SURE_AT_ENDS + SURE_IN_FLOW) / 2


def cuts(chances: str, *, ruled: str = "", telling: str = "") -> str:
    """`x` for a cut line.

    In `chances`: `.` a paragraph, `?` between the two limits, `!` above both, `s` too but a short sentence.
    """
    chance = np.array([{".": 0.1, "?": BETWEEN, "!": 0.97, "s": 0.97}[mark] for mark in chances])
    long, closed = (np.array([mark in marks for mark in chances]) for marks in (".", ".s"))
    marked = [np.array([mark == "x" for mark in marks.ljust(len(chances))]) for marks in (ruled, telling)]
    found = story_cuts(chance, np.where(long, 30.0, 5.0), closed, *marked)
    return "".join("x" if line else "." for line in found)


def test_the_model_alone_cuts_nothing():
    """However sure the model is, something must say so in words or be cut by a rule."""
    assert cuts("..!!!") == "....."
    assert cuts("!!...") == "....."


def test_a_tail_goes_with_a_second_signal():
    """One anchor is enough at the end."""
    assert cuts("..?!?", telling="...xx") == "..xxx"
    assert cuts("..???", ruled="..x") == "...xx"


def test_the_flow_asks_for_more_certainty():
    """Between paragraphs the lower limit does not do."""
    assert cuts(".?!.", telling=".xx") == "..x."


def test_a_single_phrase_must_convince():
    """One line that says what it is goes at the ends only, and only where the model is sure."""
    assert cuts("..!", telling="..x") == "..x"
    assert cuts("..?", telling="..x") == "..."
    assert cuts(".!.", telling=".x") == "..."


def test_a_long_list_in_the_flow_needs_more_than_one_anchor():
    """One phrase among many lines is chance: the list is the story's own."""
    assert cuts(".!!!!!!!!!.", telling=".....x") == "..........."
    assert cuts(".!!!!!!!!!.", telling=".x...x") == ".xxxxxxxxx."


def test_an_anchor_reaches_only_so_far():
    """A long list at the end goes as far as its anchors reach, not as a whole."""
    many = "!" * (REACH + 5)
    assert cuts(f"..{many}", ruled="  x") == f"...{'x' * REACH}...."
    assert cuts(f"..{many}", telling=f"{' ' * (REACH + 6)}x") == f"......{'x' * (REACH + 1)}"


def test_a_sentence_beside_a_paragraph_stays():
    """The story's last words may stand right above the foot; between anchors a sentence goes."""
    assert cuts("..s!!", telling="...xx") == "...xx"
    assert cuts("..!s!", telling="..x.x") == "..xxx"
    assert cuts("!s..", ruled="x") == "...."
    assert cuts("s!..", ruled=" x") == "x..."


def test_lines_of_rules_are_left_to_them():
    """What a rule has cut is in no verdict of the model."""
    assert cuts("..!!", ruled="...x") == "..x."


def test_runs_are_half_open():
    """Runs come in order as first and stop."""
    assert list(runs(np.array([True, True, False, True]))) == [(0, 2), (3, 4)]
    assert list(runs(np.array([False]))) == []
