"""Cue phrases are found as whole words, the longest first, whatever stands around them."""

from ingest.clean.verdict.cues import KINDS, count_cues, split_words


def _cues(line: str):
    low = line.lower()
    return count_cues(low, split_words(low))


def test_longest_phrase_wins():
    """`sign up for` counts once, with all three of its words."""
    cues = _cues("Sign up for the harbour race")
    assert sum(cues.firm) == 1
    assert cues.covered == 3
    assert cues.said == "sign up for"


def test_kind_of_a_phrase():
    """A phrase counts for the kind that lists it and for no other."""
    cues = _cues("Lesen Sie auch: Der Hafen von Oldmoor")
    assert cues.firm[KINDS.index("related")] == 1
    assert sum(cues.firm) == 1


def test_parts_of_words_are_no_phrases():
    """`menu` is not found in `menuhin`."""
    assert not any(_cues("Menuhin played in Brackwater").firm)


def test_unspaced_script():
    """Phrases of scripts without spaces are found inside a line."""
    assert any(_cues("この話の関連記事はこちら").firm)


def test_line_without_phrases():
    """A plain headline has no cue."""
    cues = _cues("Ferry strike ends after nine days")
    assert not any(cues.firm)
    assert cues.said == ""
