"""Shared passages."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.band import PASSAGE_TOKENS
from ingest.fingerprint.normalise import token_places, tokens
from ingest.fingerprint.passage import Passage, shared_passages

LINE = "the harbour board of Lindholm voted to close the old ferry quay for good"
# Words in many typographies; few, so that runs repeat. The same word may be written in several ways.
WRITTEN = {
    "quay": ["quay", "Quay", "QUAY", "“quay”", "‘quay’", "qu\u00aday", "quay,", "(quay)"],
    "co op": ["co-op", "co op", "Co‑Op", "co–op", "co-\nop"],
    "office": ["office", "oﬃce", "OFFICE", "of\u200bfice"],
    "café": ["café", "cafe\u0301", "CAFÉ", "«café»"],
    "it's": ["it's", "it’s", "It’s"],
    "18": ["18", "18.", "１８"],
    "straße": ["straße", "STRASSE", "strasse"],
    "гавань": ["гавань", "Гавань", "„гавань“"],
    "हिन्दी": ["हिन्दी"],
    "日本語": ["日本語", "日本語。"],
}
MEANT = st.lists(st.sampled_from(sorted(WRITTEN)), max_size=40)
# ½ is two words in one place, half-width kana move inside their word.
ODD = st.sampled_from("a b c “d” E’s ﬁ 日本 18 x-y é ½ 3½% ｶﾞｽ日本語 ガス日本語 日本語新聞の記事".split())


@st.composite
def pairs_of_texts(draw: Callable[..., list[str]]) -> tuple[str, str]:
    """Two texts that share a stretch of words, each in a typography of its own."""
    middle = draw(MEANT)
    meant = [*draw(MEANT), *middle, *draw(MEANT)], [*draw(MEANT), *middle, *middle, *draw(MEANT)]
    a, b = ([draw(st.sampled_from(WRITTEN[word])) for word in words] for words in meant)  # type: ignore[call-overload]
    return " ".join(a), "\n".join(b)


def indexes(text: str, start: int, stop: int) -> tuple[int, int]:
    """The tokens that a span of characters holds, as a half-open range."""
    starts, stops = (list(each) for each in token_places(text))
    return starts.index(start), stops.index(stop) + 1


def in_tokens(a: str, b: str, found: Passage) -> tuple[int, int, int, int]:
    """The passage as half-open ranges of the tokens of both texts."""
    return *indexes(a, found.start_a, found.stop_a), *indexes(b, found.start_b, found.stop_b)


def test_both_sides_hold_the_words() -> None:
    """The offsets of a passage cut the same words out of both texts, whatever their typography."""
    a = f"Norvik. “{LINE.title()}”, it said."
    b = f"It was said on Monday that\n{LINE.replace(' ', '  ')}!"
    [passage] = shared_passages(a, b)
    assert a[passage.start_a : passage.stop_a] == LINE.title()
    assert tokens(b[passage.start_b : passage.stop_b]) == tokens(LINE)
    assert passage.length == len(LINE.split())


def test_short_runs_are_no_evidence() -> None:
    """Seven equal words happen by themselves."""
    assert shared_passages("one two three four five six seven", "one two three four five six seven") == []


def test_moved_paragraphs_are_found() -> None:
    """Passages are found in another order too."""
    first, second = LINE, "two members asked for a survey of the piles before work begins"
    assert len(shared_passages(f"{first}. {second}.", f"{second}. {first}.")) == 2


def test_a_passage_reaches_back_over_the_end_of_another() -> None:
    """Where the end of one passage begins the next one, both are there in full."""
    one, two, three = "a1 a2 a3 a4 a5 a6 a7 a8", "b1 b2 b3", "c1 c2 c3 c4 c5 c6 c7 c8"
    found = shared_passages(f"{one} {two} {three}", f"{two} {three} x {one} {two}")
    assert [passage.length for passage in found] == [11, 11]


def test_a_repeated_passage_is_found_at_each_place() -> None:
    """A paragraph that one text prints twice is covered twice there."""
    found = shared_passages(f"{LINE}. And then: {LINE}.", LINE)
    assert [passage.start_a for passage in found] == [0, len(LINE) + 12]
    assert [passage.start_b for passage in found] == [0, 0]


def test_words_in_one_place_stay_together() -> None:
    """A fraction is two words in one place: a passage takes both or ends before them."""
    line = "one two three four five six seven eight"
    [passage] = shared_passages(f"{line} ½", f"{line} 1 3")
    assert passage.length == 8
    [passage] = shared_passages(f"{line} ½", f"{line} 1 2")
    assert passage.length == 10


@given(pairs_of_texts())
def test_offsets_hold_the_same_words(texts: tuple[str, str]) -> None:
    """Both spans of a passage hold the same eight or more words."""
    a, b = texts
    for passage in shared_passages(a, b):
        words = tokens(a[passage.start_a : passage.stop_a])
        assert words == tokens(b[passage.start_b : passage.stop_b])
        assert len(words) == passage.length >= PASSAGE_TOKENS


@given(pairs_of_texts())
def test_passages_are_maximal(texts: tuple[str, str]) -> None:
    """The words before a passage differ, or one text begins there; so do those after it."""
    a, b = texts
    words_a, words_b = tokens(a), tokens(b)
    for passage in shared_passages(a, b):
        start_a, stop_a, start_b, stop_b = in_tokens(a, b, passage)
        assert 0 in (start_a, start_b) or words_a[start_a - 1] != words_b[start_b - 1]
        assert words_a[stop_a : stop_a + 1] != words_b[stop_b : stop_b + 1] or stop_a == len(words_a)


@given(pairs_of_texts())
def test_passages_are_complete(texts: tuple[str, str]) -> None:
    """Eight words in a row that both texts hold lie within one passage, wherever they stand in either."""
    a, b = texts
    spans = [in_tokens(a, b, passage) for passage in shared_passages(a, b)]
    for mine, other, side in ((tokens(a), tokens(b), 0), (tokens(b), tokens(a), 2)):
        held = {tuple(other[i : i + PASSAGE_TOKENS]) for i in range(len(other) - PASSAGE_TOKENS + 1)}
        for i in range(len(mine) - PASSAGE_TOKENS + 1):
            if tuple(mine[i : i + PASSAGE_TOKENS]) in held:
                assert any(span[side] <= i and i + PASSAGE_TOKENS <= span[side + 1] for span in spans)


@given(pairs_of_texts())
def test_the_order_of_two_texts_does_not_matter(texts: tuple[str, str]) -> None:
    """Exchanging the texts exchanges the sides of their passages, and nothing else."""
    a, b = texts
    exchanged = {Passage(p.start_b, p.stop_b, p.start_a, p.stop_a, p.length) for p in shared_passages(b, a)}
    assert set(shared_passages(a, b)) == exchanged


@given(st.lists(ODD, max_size=50), st.lists(ODD, max_size=50), st.integers(0, 30))
def test_offsets_hold_the_same_words_of_any_script(left: list[str], right: list[str], at: int) -> None:
    """Where normalising unfolds or moves characters, both spans hold the same words all the same."""
    a, b = " ".join(left), " ".join([*right, *left[at:]])
    for passage in shared_passages(a, b):
        words = tokens(a[passage.start_a : passage.stop_a])
        assert words == tokens(b[passage.start_b : passage.stop_b])
        assert len(words) >= PASSAGE_TOKENS
