from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling import MOST_TERMS, TERM_KINDS, Article, Telling, tell, tell_all
from ingest.telling.mentions import mentions
from telling.told import FERRY


def _terms(telling: Telling, text: str, kind: str) -> set[str]:
    rows = zip(telling.kinds.tolist(), telling.starts.tolist(), telling.stops.tolist(), strict=True)
    return {text[start:stop] for number, start, stop in rows if TERM_KINDS[number] == kind}


def test_kinds_and_places() -> None:
    """Names, words, phrases, figures and counts are found where the text has them first."""
    telling = tell(FERRY)
    assert {"Marigold", "Tobias", "Venn", "Ardley"} <= _terms(telling, FERRY, "name")
    assert {"ferry", "reef", "salt"} <= {word.lower() for word in _terms(telling, FERRY, "word")}
    assert {"Tobias Venn", "lower deck"} <= _terms(telling, FERRY, "phrase")
    assert {"Seventeen", "58", "23", "four"} == _terms(telling, FERRY, "figure")
    assert {"Seventeen passengers", "23 tonnes", "four minutes"} <= _terms(telling, FERRY, "count")


def test_number_words_are_figures() -> None:
    """A number spelt out is the term that its digits are."""
    assert tell("Eighteen.").keys.tolist() == tell("18.").keys.tolist()


def test_dates_in_any_order() -> None:
    """A day and a month are one date, however they are written."""
    dates = [_dates(text) for text in ("on March 5", "am 5 March", "2031-03-05", "2031 / 03 / 05")]
    assert dates[0]
    assert all(each == dates[0] for each in dates)


def _dates(text: str) -> list[int]:
    telling = tell(text)
    return telling.keys[telling.kinds == TERM_KINDS.index("date")].tolist()


def test_surname_alone_is_the_name() -> None:
    """A surname alone shares a term with the full name."""
    full, alone = tell("We met Tobias Venn there."), tell("They say Venn was late.")
    names = [set(each.keys[each.kinds == TERM_KINDS.index("name")].tolist()) for each in (full, alone)]
    assert names[1]
    assert names[1] <= names[0]


def test_title_counts_as_opening() -> None:
    """What only the title says is a term without a place; what the text says too keeps its place there."""
    telling = tell("The crew was saved near the reef.", "Marigold struck a reef")
    text = "The crew was saved near the reef."
    assert "reef" in _terms(telling, text, "word")
    assert -1 in telling.starts.tolist()


def test_title_is_not_read_twice() -> None:
    """A title that the text begins with changes nothing."""
    title = FERRY.partition("\n")[0]
    assert tell(FERRY, title).keys.tolist() == tell(FERRY).keys.tolist()
    assert tell(FERRY, title).weights.tolist() == tell(FERRY).weights.tolist()


def test_place_is_no_name() -> None:
    """Countries and their people are places."""
    telling = tell("It is said that Norwegian sailors met Venn in Norway.")
    assert _terms(telling, "It is said that Norwegian sailors met Venn in Norway.", "place") == {
        "Norwegian",
        "Norway",
    }


def test_script_without_spaces() -> None:
    """A text in a script without spaces has terms, with places."""
    text = "我们今天在北京开会讨论重要问题。"
    telling = tell(text)
    assert len(telling.keys) > 5
    assert all(stop - start == 3 for start, stop in zip(telling.starts, telling.stops, strict=True))


def test_empty_text() -> None:
    """A text without words has no terms."""
    for text in ("", " \n", "…", "a"):
        assert len(tell(text).keys) == 0


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=30))
def test_any_text(text: str, title: str | None) -> None:
    """Of any text: few terms, each once, ascending, with weight, at places within the text; twice the same."""
    telling = tell(text, title)
    keys = telling.keys.tolist()
    assert len(keys) <= MOST_TERMS
    assert keys == sorted(set(keys))
    assert (telling.weights > 0).all()
    named = telling.starts >= 0
    assert ((telling.starts < telling.stops) & (telling.stops <= len(text)))[named].all()
    assert tell(text, title).weights.tolist() == telling.weights.tolist()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("Venn venn 18 March reef. The the Norway 2031 “and".split()), max_size=40))
def test_mentions_are_aligned(words: list[str]) -> None:
    """All columns of mentions have one length."""
    found = mentions([(" ".join(words), None)])
    columns = (found.kinds, found.rarities, found.floors, found.places, found.starts, found.stops)
    assert {len(column) for column in columns} == {len(found.keys)}


_PIECES = st.lists(
    st.sampled_from("A Venn venn 18 March reef. The the Norway 2031 “and 東京で会議".split()), max_size=12
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(_PIECES, st.none() | _PIECES), max_size=6))
def test_texts_told_together_are_told_as_each_alone(drawn: list[tuple[list[str], list[str] | None]]) -> None:
    """What stands in one text says nothing about the next one."""
    articles = [Article(" ".join(text), None if title is None else " ".join(title)) for text, title in drawn]
    for together, article in zip(tell_all(articles), articles, strict=True):
        alone = tell(article.text, article.title)
        for column in ("keys", "kinds", "floors", "weights", "starts", "stops"):
            assert getattr(together, column).tolist() == getattr(alone, column).tolist()
