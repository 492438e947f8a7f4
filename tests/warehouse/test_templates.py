"""Which reports are copies in a warehouse: forms filled in anew, texts that grow, parts, quotes, short texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import load, make_document
from tables import rows
from warehouse.files import Files

WEATHER = (
    "Weather for {}: {} skies over the Lindholm coast, with a {} wind from the {} reaching {} knots by evening. "
    "Highs of {} degrees inland and {} on the islands, falling to {} overnight. Sunrise {}, sunset {}. Small boats "
    "are advised to keep to sheltered water, and drivers on the coast road should allow for spray at high tide."
)
PRICES = """Norvik exchange, closing prices
Aalto Shipping {} {}
Berg Paper {} {}
Coast Rail {} {}
Dunmere Water {} {}
Eck & Sons {} {}
Falk Timber {} {}
Prices in crowns with the change on the day before. No guarantee is given for these figures."""
SHARES = (
    "{} shares fell {} per cent after the company said that profit would miss forecasts. Revenue in the quarter "
    "reached {} million crowns, against {} million a year before. Chief executive {} blamed higher costs for energy "
    "and freight. Analysts had expected more. The company kept its dividend and said that it would decide on further "
    "savings when the half-year results are known."
)
MATCH = (
    "{} beat {} {}-{} at {} on {} in front of {} spectators. {} opened the scoring after {} minutes with a header "
    "from a corner, and {} added another shortly before the break. The visitors had chances after the interval but "
    "found no way past the goalkeeper. Both teams meet again in the cup next month."
)
OBITUARY = (
    "{}, beloved {} of {}, died peacefully at home on {}, aged {}, surrounded by family. A service of thanksgiving "
    "will be held at {} church at {} on {}. Family flowers only, please, but donations may be left for the lifeboat "
    "crew at the door. All who knew {} are welcome afterwards at the harbour inn, where the family would be glad to "
    "share memories over a cup of tea."
)
LOTTERY = (
    "Lottery draw of {}: the numbers are {}, and the bonus ball is {}. The jackpot of {} million crowns was {}. "
    "Tickets must be handed in within ninety days at any shop that sells them, with the whole slip and a signature."
)
FORMS = {
    "weather": (
        WEATHER.format("Monday", "clear", "light", "west", 12, 21, 18, 9, "5.41", "20.12"),
        WEATHER.format("Tuesday", "clear", "light", "west", 14, 22, 17, 8, "5.43", "20.10"),
    ),
    "prices": (
        PRICES.format(12.40, 0.10, 88.05, -1.20, 3.15, 0.02, 41.70, 0.35, 7.05, -0.15, 19.90, 0.60),
        PRICES.format(12.55, 0.15, 86.15, -1.90, 3.20, 0.05, 41.10, -0.60, 7.30, 0.25, 20.30, 0.40),
    ),
    "shares": (
        SHARES.format("Berg Paper", "4.1", 310, 322, "Runa Lund"),
        SHARES.format("Falk Timber", "6.3", 98, 121, "Pavel Rud"),
    ),
    "matches": (
        MATCH.format("Tarn Rovers", "Wex United", 2, 0, "Quay Park", "Saturday", 4120, "Falk", 17, "Olsen"),
        MATCH.format("Elm Town", "Corby Athletic", 3, 0, "Mill Lane", "Saturday", 2870, "Berg", 31, "Haug"),
    ),
    "return match": (
        MATCH.format("Tarn Rovers", "Wex United", 2, 0, "Quay Park", "Saturday", 4120, "Falk", 17, "Olsen"),
        MATCH.format("Tarn Rovers", "Wex United", 4, 1, "Quay Park", "Sunday", 5006, "Falk", 22, "Olsen"),
    ),
    "obituaries": (
        OBITUARY.format("Edda Vest", "wife", "Jonas", "Monday", 81, "Elmham", 11, "Friday", "her"),
        OBITUARY.format("Halim Kron", "husband", "Olga", "Monday", 77, "Tarnford", 11, "Thursday", "him"),
    ),
    "lottery": (
        LOTTERY.format("Saturday", "4, 11, 19, 23, 31 and 40", 7, 3.2, "won in Elmham"),
        LOTTERY.format("Wednesday", "2, 11, 18, 25, 36 and 44", 9, 4.1, "not won"),
    ),
}
WIRE = [
    "The inspectors climbed down into the pumping station of Ravholm at seven and came up again before eight, silent and wet to the knees.",
    "What they had seen, their leader Carla Oster said later, was a machine from another century kept alive with wire, tar and good will.",
    "The station keeps four thousand homes dry; without it the old town would lie under a metre of brackish water within two days.",
    "Its foreman, Nils Granvik, showed visitors a drawer full of hand-made washers, each wrapped in newspaper and labelled in pencil.",
    "Nobody sells such parts any more, he explained, so he files them at home in the evening while his wife reads to him from the paper.",
    "The county has known of the matter since 2011, when a consultant from Kelmere recommended that all five pumps be replaced at once.",
    "Three treasurers and two elections later the money is there, though the price has risen from 9 to 31 million crowns meanwhile.",
    "A tender published in spring found a single bidder, a yard that builds fishing boats and has never made a pump in its life.",
    "Opposition members called for an outside commission; the mayor answered that water does not wait for the minutes of a meeting.",
    "Insurers have begun to ask householders along the canal for proof that their cellars can be shut, and few can give any.",
    "Until new pumps arrive, two engines lent by the navy stand in the yard under a tarpaulin, with sailors who sleep in a bus.",
    "Children bring them cake, and on Sundays the brass band plays for an hour, always beginning with the song about the sea.",
]
OTHER = [
    "A beekeeper in Glenwick has taught his grandson to find swarms by the sound they make an hour before they settle in a tree.",
    "The boy carries a straw basket, a feather and a white sheet, and he has not been stung since the day after his birthday.",
    "Their honey is sold from a hatch in the kitchen wall, with a tin for coins that has never once been short, the old man says.",
    "Scholars from the coast came to record the hum and went home with six hours of tape, three jars and a swollen ear between them.",
    "They believe that scouts drum on the comb to wake the others, a habit described by monks long before anybody measured it.",
    "In winter both of them mend frames at the table and argue about whether bees can be said to know the people who keep them.",
    "The grandson says that they do, because they are calm when he sings, and that he can prove it as soon as it is warm again.",
    "His teacher has promised him a whole lesson for it in May, outdoors, provided that everybody brings a hat and a long sleeve.",
]


def related(files: Files, *texts: str) -> list[tuple[int, int, str]]:
    """Load the texts and return which are related, by their numbers, and how."""
    load(files, [make_document(f"{number}.txt", text) for number, text in enumerate(texts)])
    names = "SELECT doc_id, CAST(split_part(source_uri, '.', 1) AS INTEGER) AS number FROM documents"
    return rows(
        files,
        f"""WITH named AS ({names})
        SELECT least(a.number, b.number), greatest(a.number, b.number), kind FROM relations
        JOIN named a ON a.doc_id = doc_a JOIN named b ON b.doc_id = doc_b
        WHERE kind <> 'story' ORDER BY ALL""",
    )


def article(sentences: Sequence[str]) -> str:
    return "\n\n".join(sentences)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_filled_in_anew_is_another_report(files: Files, form: str) -> None:
    """Two reports in one form with other figures are no copies; one of them in another layout is."""
    one, other = FORMS[form]
    assert related(files, one, other, "From our desk. " + one) == [(0, 2, "near")]


def test_a_week_of_one_form(files: Files) -> None:
    """A form that comes daily makes no group, however many of it there are."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    week = [
        WEATHER.format(
            day, "clear", "light", "west", 12 + n, 21 + n, 30 - n, 5 + n, f"5.{41 + n}", f"20.{30 - n}"
        )
        for n, day in enumerate(days)
    ]
    assert related(files, *week) == []
    assert rows(files, "SELECT DISTINCT size FROM copies") == [(1,)]


def test_a_live_blog_that_grows(files: Files) -> None:
    """Each later state contains the earlier ones, whether news is added below or on top."""
    assert related(files, article(WIRE[:3]), article(WIRE[:6]), article([*OTHER[:4], *WIRE[:6]])) == [
        (0, 1, "contains"),
        (0, 2, "contains"),
        (1, 2, "contains"),
    ]


@pytest.mark.parametrize(
    ("wrong", "right"), [("four thousand", "five thousand"), ("2011", "2013"), ("31 million", "13 million")]
)
def test_a_corrected_figure(files: Files, wrong: str, right: str) -> None:
    """One figure changed, with a note that says so, leaves a copy."""
    text = article(WIRE)
    note = f"\n\nCorrection: an earlier version of this report said {wrong}."
    assert related(files, text, text.replace(wrong, right), text.replace(wrong, right) + note) == [
        (0, 1, "near"),
        (0, 2, "near"),
        (1, 2, "near"),
    ]


def test_a_quotation_of_two_sentences(files: Files) -> None:
    """An article that quotes two sentences is no copy of where they stood, wherever it quotes them."""
    quoting = [[*OTHER[:at], f"The paper wrote: “{WIRE[3]} {WIRE[4]}”", *OTHER[at:]] for at in (0, 4, 8)]
    assert not [pair for pair in related(files, article(WIRE), *map(article, quoting)) if pair[0] == 0]


def test_the_first_six_paragraphs_of_a_wire_report(files: Files) -> None:
    """An outlet that prints the first half under its own headline is a copy by containment."""
    taken = article(["Old pumps keep a town dry", *WIRE[:6], "By our staff and agencies"])
    assert related(files, article(WIRE), taken) == [(0, 1, "contains")]


def test_a_shortened_report(files: Files) -> None:
    """Every third sentence left out: most of what is left stands in the whole one."""
    taken = article([sentence for number, sentence in enumerate(WIRE) if number % 3 != 1])
    assert related(files, article(WIRE), taken) == [(0, 1, "contains")]


def test_a_roundup(files: Files) -> None:
    """A page of two whole reports contains both, and they stay apart."""
    page = article(["The week in the county", *WIRE, *OTHER])
    assert related(files, article(WIRE), article(OTHER), page) == [(0, 2, "contains"), (1, 2, "contains")]
    assert rows(files, "SELECT count(*) FROM relations WHERE jaccard >= 0.7") == [(0,)]


def test_a_roundup_of_first_sentences(files: Files) -> None:
    """A page that gives a sentence or two of each report is a copy of none."""
    page = article(["The week in the county", *WIRE[:2], *OTHER[:2], *FORMS["shares"][0].split(". ")])
    assert related(files, article(WIRE), article(OTHER), page) == []


@pytest.mark.parametrize(
    ("text", "copy", "other"),
    [
        ("Ferry cancelled", "FERRY CANCELLED!", "Ferry sails"),
        ("Ferry to Ravholm cancelled", "Ferry to Ravholm – cancelled.", "Ferry to Lindholm cancelled"),
        (
            "Fire at the paper mill in Elmham, nobody was hurt",
            "“Fire at the paper mill in Elmham; nobody was hurt”",
            "Fire at the saw mill in Elmham, nobody was hurt",
        ),
        (
            "The council of Elmham will meet in the evening to discuss the budget, and the mayor asks for patience until the accounts are done",
            "The council of Elmham will meet in the evening to discuss the budget; and the mayor asks for patience until the accounts are done.",
            "The council of Elmham will meet in the morning to discuss the harbour, and the bishop asks for quiet until the accounts are done",
        ),
    ],
    ids=["2 words", "4 words", "10 words", "24 words"],
)
def test_short_texts(files: Files, text: str, copy: str, other: str) -> None:
    """Flashes of a few words are copies where they are the same, and not where one of the words is another."""
    assert related(files, text, copy, other) == [(0, 1, "exact")]


def test_a_headline_in_an_article(files: Files) -> None:
    """A text of fewer than 25 words is no copy of an article in which it stands."""
    assert related(files, WIRE[0], article(WIRE)) == []


def test_a_flash_of_two_sentences_in_its_article(files: Files) -> None:
    """The first sentences sent ahead are contained in the report that follows."""
    assert related(files, article(WIRE[:2]), article(WIRE)) == [(0, 1, "contains")]
