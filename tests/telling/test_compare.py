from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling import EDGE, TOGETHER, Telling, compare, scores, side_by_side, tell
from ingest.telling.columns import shared_compiled, shared_plainly
from telling.told import FERRY, FERRY_RETOLD, TRAWLER

_MOMENT = datetime(2031, 3, 5, tzinfo=UTC)


def test_one_event_in_other_words() -> None:
    """Two tellings of one event score high, another event of the same theme scores low."""
    assert compare(tell(FERRY), tell(FERRY_RETOLD)).score > 0.8 > TOGETHER
    assert compare(tell(FERRY), tell(TRAWLER)).score < EDGE


def test_days_between() -> None:
    """The longer the time between two publications, the lower the score; unknown times say nothing."""
    a, b = tell(FERRY, published_at=_MOMENT), tell(FERRY_RETOLD)
    later = [replace(b, published_at=_MOMENT + timedelta(days=days)) for days in (0, 1, 7, 60, 700)]
    parts = [compare(a, each).parts["nearness"] for each in later]
    assert parts == sorted(parts, reverse=True)
    assert parts[0] > 0 > parts[2]
    assert compare(a, b).parts["nearness"] == 0


def test_what_many_texts_hold_counts_less() -> None:
    """The more stored texts hold the shared terms, the lower the score."""
    a, b = tell(FERRY), tell(FERRY_RETOLD)
    found = [sum(compare(a, b, _constant(level)).parts.values()) for level in range(8)]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[3] > found[6]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 40), st.integers(0, 6)), st.integers(0, 40))
def test_a_term_that_becomes_more_common_raises_no_score(levels: dict[int, int], place: int) -> None:
    """Whatever the levels of all terms are: one more of any of them never makes a pair more alike."""
    a, b = tell(FERRY), tell(FERRY_RETOLD)
    shared = sorted(set(a.keys.tolist()) & set(b.keys.tolist()))
    known = {key: levels.get(number, 0) for number, key in enumerate(shared)}
    raised = known | {shared[place % len(shared)]: known[shared[place % len(shared)]] + 1}
    before, after = (compare(a, b, lambda key, at=at: at.get(key, 0)) for at in (known, raised))
    assert after.score <= before.score
    assert sum(after.parts.values()) <= sum(before.parts.values()) + 1e-9


def test_names_and_nothing_else_count_half() -> None:
    """Two articles of one town, with its name and its mayor's in both, are less alike than with a word more."""
    a = tell(
        "Thatchers mended the chapel roof in Ostermoor before the autumn gales, cheered by Hedda Quillfeather."
    )
    b = tell(
        "A chess club from Ostermoor beat two visiting teams; Hedda Quillfeather paid for the sandwiches."
    )
    c = tell(
        "A chess club from Ostermoor met under the chapel roof; Hedda Quillfeather paid for the sandwiches."
    )
    alone, more = compare(a, b).parts, compare(a, c).parts
    assert more["names"] > 1.5 * alone["names"] > 0
    assert more["phrases"] > 1.5 * alone["phrases"] > 0


def test_names_of_a_town_make_no_story() -> None:
    """Two court reports of one judge: days apart they are two stories, and a figure in common brings them near."""
    thief = (
        "A ferry steward who sold 63 stolen compasses was jailed at Ostermoor Crown Court by Judge Hedda "
        "Quillfeather. Tobias Venn hid the brass in a beehive."
    )
    forger = (
        "A baker forged two hundred raffle tickets, Ostermoor Crown Court was told. Judge Hedda Quillfeather "
        "fined Osric Pell and sent him home to his ovens."
    )
    also_jailed = forger.replace("two hundred", "63")
    told = [tell(each, published_at=_MOMENT) for each in (thief, forger, also_jailed)]
    later = [replace(each, published_at=_MOMENT + timedelta(days=2)) for each in told[1:]]
    apart, near = (compare(told[0], each) for each in later)
    assert apart.parts["limit"] < 0
    assert apart.score < TOGETHER < near.score


def test_a_theme_that_goes_on() -> None:
    """A small number in common is something on the day itself, and nothing a week later."""
    poll = "In Ostermoor Hedda Quillfeather leads Osric Pell by nine points, a survey of voters found."
    cabinet = (
        "Hedda Quillfeather, who beat Osric Pell, gave voters in Ostermoor nine new ministries run by women."
    )
    a, b = (tell(each, published_at=_MOMENT) for each in (poll, cabinet))
    week = compare(a, replace(b, published_at=_MOMENT + timedelta(days=7)))
    assert "limit" not in compare(a, b).parts
    assert week.parts["limit"] < 0
    assert week.score < TOGETHER


def test_a_translation_shares_names_alone() -> None:
    """Names that two languages have in common say more than those of two texts in one language."""
    a = tell(
        "Yesterday old Osric Pell patiently mended the broken ferry Marigold near Ostermoor.", language="en"
    )
    b = tell("Gestern flickte Osric Pell geduldig die kaputte Marigold vor Ostermoor.", language="de")
    alike, one_language = compare(a, b), compare(a, replace(b, language="en"))
    assert alike.score > 0.6 > one_language.score
    assert compare(a, replace(b, language=None)).score == one_language.score


def test_a_figure_without_a_name_makes_no_story() -> None:
    """One rare number in two texts that share nothing else relates them as little as one name does."""
    a = tell("Volunteers hung 2147 nest boxes along the canal before the swifts came back from the south.")
    b = tell("The new carpark offers 2147 places; drivers pay by telephone and curse the narrow ramps.")
    assert compare(a, b).score < TOGETHER


def test_numbers_of_other_languages() -> None:
    """Numbers are the same however a language sets their points, commas and spaces."""
    english = tell("In Ostermoor 3,412 boats and 51.2 percent of the nets were lost.")
    french = tell("À Ostermoor 3 412 bateaux et 51,2 % des filets ont été perdus.")
    german = tell("In Ostermoor gingen 3.412 Boote und 51,2 Prozent der Netze verloren.")
    for other in (french, german):
        assert [each.kind for each in compare(english, other).shared].count("figure") == 2


def _constant(level: int) -> Callable[[int], int]:
    return lambda key: level


def test_only_shared_terms_have_a_say() -> None:
    """The level of a term that only one of two texts has does not matter."""
    a, b = tell(FERRY), tell(FERRY_RETOLD)
    shared = set(a.keys.tolist()) & set(b.keys.tolist())
    assert compare(a, b, lambda key: 0 if key in shared else 7).score == compare(a, b).score


def test_more_is_forgiven_in_a_large_warehouse() -> None:
    """With many documents a pair needs less, as every word counts less there."""
    a, b = tell(FERRY), tell(TRAWLER)
    assert sum(compare(a, b, documents=100_000).parts.values()) > sum(compare(a, b).parts.values())


def test_shared_terms_have_their_places() -> None:
    """What two tellings share is listed heaviest first, at its places in both texts."""
    comparison = compare(tell(FERRY), tell(FERRY_RETOLD))
    weights = [each.weight for each in comparison.shared]
    assert weights == sorted(weights, reverse=True)
    names = [each for each in comparison.shared if each.kind == "name"]
    assert {FERRY[each.start_a : each.stop_a] for each in names} >= {"Marigold", "Venn"}
    for each in names:
        assert FERRY[each.start_a : each.stop_a] == FERRY_RETOLD[each.start_b : each.stop_b]


_TEXTS = st.lists(
    st.sampled_from("Venn Marigold reef ferry 18 sailors 2031 Norway March 5 the storm.".split()), max_size=20
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, min_size=2, max_size=6))
def test_many_pairs_at_once(texts: list[str]) -> None:
    """Scores of many pairs are those of each alone, whichever side comes first, from 0 to 1."""
    told = [tell(text) for text in texts]
    a, b = np.triu_indices(len(told))
    found = scores(side_by_side(told), a, b).tolist()
    assert found == scores(side_by_side(told), b, a).tolist()
    assert found == pytest.approx([compare(told[i], told[j]).score for i, j in zip(a, b, strict=True)])
    assert all(0 <= score <= 1 for score in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, max_size=6))
def test_compiled_code_finds_the_same_shared_terms(texts: list[str]) -> None:
    """Merging keys gives the rows that searching them gives, in the same order."""
    told = side_by_side([tell(text) for text in texts])
    a, b = np.triu_indices(len(texts))
    plain, found = shared_plainly(told, a, b), shared_compiled(told, a, b)
    for name in ("pairs", "at_a", "at_b"):
        assert getattr(found, name).tolist() == getattr(plain, name).tolist()


def test_nothing_to_compare() -> None:
    """Texts without terms are not one story, and no pairs give no scores."""
    empty: Telling = tell("")
    assert compare(empty, empty).score < EDGE
    assert scores(side_by_side([]), np.zeros(0, np.int64), np.zeros(0, np.int64)).tolist() == []


def test_one_form_filled_in_twice_is_no_story() -> None:
    """Reports of two days share their sentences and differ in their figures."""
    form = (
        "The Skerry 50 index closed at {} points on the Tarnmouth exchange, {} points above the day before. "
        "Turnover on the Tarnmouth exchange reached {} million crowns. Brackwater Mills led the gains with {} "
        "per cent, while Ellery Salt and the Northfen ferry line lost {} and {} per cent."
    )
    first, second = (
        form.format(*each) for each in ((4812, 31, 220, 4.1, 2.6, 1.9), (4655, 87, 193, 3.7, 5.2, 1.4))
    )
    comparison = compare(tell(first), tell(second))
    assert comparison.score == 0
    assert comparison.parts["one_form"] < 0
    assert compare(tell(first), tell(first.replace("led the gains", "rose most"))).score > TOGETHER
