"""In a story a run of lines goes on two signals, and on more of them in the flow of the text."""

import numpy as np

from ingest.clean.verdict.story import REACH, SURE_AT_ENDS, SURE_IN_FLOW, Signals, runs, story_cuts

BETWEEN = (SURE_AT_ENDS + SURE_IN_FLOW) / 2


def cuts(chances: str, *, ruled: str = "", telling: str = "", own: str = "") -> str:
    """`x` for a cut line.

    In `chances`: `.` a paragraph, `?` between the two limits, `!` above both, `s` too but a short sentence.
    In `ruled`, `a` is the label of an advertisement, every other letter a rule of its own.
    """
    chance = np.array([{".": 0.1, "?": BETWEEN, "!": 0.97, "s": 0.97}[mark] for mark in chances])
    long, closed = (np.array([mark in marks for mark in chances]) for marks in (".", ".s"))
    told, mine = (np.array([mark == "x" for mark in marks.ljust(len(chances))]) for marks in (telling, own))
    rules = np.array([ord(mark) if mark.isalpha() else -1 for mark in ruled.ljust(len(chances))])
    signals = Signals(rules >= 0, told, np.where(rules == ord("a"), -1, rules), mine)
    found = story_cuts(chance, np.where(long, 30.0, 5.0), closed, signals)
    return "".join("x" if line else "." for line in found)


def test_the_model_alone_cuts_nothing():
    """However sure the model is, something must say so in words or be cut by a rule."""
    assert cuts("..!!!") == "....."
    assert cuts("!!...") == "....."


def test_a_tail_goes_between_two_signals():
    """At the end two different rules or phrases speak for the lines below the first of them."""
    assert cuts("..?!??", telling="..x..x") == "..xxxx"
    assert cuts("..????", ruled="..x..y") == "...xx."
    assert cuts("..???", ruled="..x", telling="....x") == "...xx"


def test_one_signal_is_no_signal():
    """A single button, or the same one twice, takes nothing with it; nor does the label of an advertisement."""
    assert cuts("..!!!", ruled="....x") == "....."
    assert cuts("..!!!!", ruled="..x..x") == "......"
    assert cuts("..!!!!", ruled="..a..x") == "......"
    assert cuts(".!!!!.", ruled=" a  x") == "......"


def test_lines_above_the_first_signal_stay():
    """The story's last lines stand between its last paragraph and the foot."""
    assert cuts("..!!!!", ruled="....xy") == "......"
    assert cuts("..!!!!", ruled="...x.y") == "....x."


def test_signals_beyond_a_paragraph_do_not_count():
    """What stands around another block says nothing of this one."""
    assert cuts("..!!.!", ruled="..x..y") == "......"


def test_lines_of_the_storys_own_looks_stay():
    """Not even between signals does such a line go; it closes the run."""
    assert cuts("..!!!!!!", ruled="..xy...z", own="....x") == "........"
    assert cuts("..!!!!!!", ruled="..x..y.z", own="...x") == "......x."


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
    assert cuts(".!!!!!!!!!.", telling=".x...x") == ".xxxxx....."


def test_an_anchor_reaches_only_so_far():
    """A long list at the end goes as far as its anchors reach, not as a whole."""
    many = "!" * (REACH + 5)
    assert cuts(f"..{many}", ruled="  xy") == f"....{'x' * REACH}..."


def test_a_sentence_beside_a_paragraph_stays():
    """The story's last words may stand right above the foot; between anchors a sentence goes."""
    assert cuts("..s!!", telling="...xx") == "...xx"
    assert cuts("..!s!", telling="..x.x") == "..xxx"
    assert cuts("..ss!!", ruled="..a.xy") == "......"
    assert cuts("!s..", ruled="x") == "...."
    assert cuts("s!..", ruled=" x") == "x..."


def test_lines_of_rules_are_left_to_them():
    """What a rule has cut is in no verdict of the model."""
    assert cuts("..!!!", ruled="..x.y") == "...x."


def test_runs_are_half_open():
    """Runs come in order as first and stop."""
    assert list(runs(np.array([True, True, False, True]))) == [(0, 2), (3, 4)]
    assert list(runs(np.array([False]))) == []
