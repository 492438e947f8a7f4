"""Texts of one template are told apart by their names; a copy stays one whatever happens to its names."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from ingest.fingerprint.compare import compare, names_agree
from ingest.fingerprint.names import changes
from ingest.fingerprint.profile import profile
from ingest.fingerprint.thresholds import FLOOR

FIRST = (
    "Edda Halim Olga Jonas Runa Pavel Mirela Nils Carla Petra Sunniva Torben Aurelio Ines Priya Lucan".split()
)
LAST = (
    "Vest Kron Lund Rud Haug Granvik Oster Aalto Falkner Bergstrom Tollefsen Quill Marchetti Okonjo".split()
)
TOWN = "Elmham Tarnford Lindholm Corby Wexmoor Ravholm Kelmere Glenwick Norvik Dunmere Ashby Fenmere".split()
FORMS = {
    "obituary": (
        "{0}, beloved wife of {1}, of {t0}, passed away peacefully at home surrounded by the family. A service of "
        "thanksgiving will be held at {t1} church, to be led by the Reverend {2}. Family flowers only, please, but "
        "donations in memory of {s0} may be left with Halvorsen Funeral Home for the lifeboat crew. All who knew "
        "{f0} are welcome afterwards at the harbour inn in {t0}, where the family would be glad to share memories "
        "over a cup of tea."
    ),
    "appeal": (
        "Police in {t0} are asking for help in the search for a missing teenager. {0} was last seen on Monday "
        "evening near the station in {t1}, wearing a dark coat and carrying a red rucksack. Officers say that {f0} "
        "has links to {t2} and may have travelled there by train. Inspector {1} said that they were growing "
        "increasingly concerned and asked anybody who has seen {f0} to get in touch at once. Neighbours searched the "
        "woods around the reservoir until it was dark, with torches and dogs, and will go on in the morning."
    ),
    "match": (
        "{t0} Rovers beat {t1} United by two goals to one at {t2} Park on Saturday. {s0} opened the scoring with a "
        "header from a corner, and {s1} added another shortly before the break after a mistake by the goalkeeper. "
        "{s2} pulled one back for the visitors after the interval, but they found no way past the defence again. "
        "{t0} stay third in the league, while {t1} are still without a win on the road. Both teams meet again in the "
        "cup next month, when the manager {3} hopes to have his captain back."
    ),
    "court": (
        "{0}, of {t0}, pleaded guilty to theft from a shop and was fined by magistrates. The court was told that the "
        "defendant had taken meat and cheese from a shop in {t1} and was stopped at the door by the manager, {1}. "
        "{2}, defending, said that {s0} was sorry and had found work since. The bench ordered compensation to be "
        "paid in full and warned that the next offence would mean prison."
    ),
    "weather": (
        "The day will begin dry around {t0}, with mist in the valleys as far as {t1}. Showers reach {t2} by noon and "
        "may be heavy, with a risk of thunder over the hills behind {t3}. The wind will be light at first and freshen "
        "from the west in the evening. Tonight it stays mostly clear around {t0}, with a touch of frost in sheltered "
        "places, and ferries to {t4} may be late because of swell."
    ),
    "appointment": (
        "{t0} College has named {0} as its new head. {s0}, who has been deputy at {t1} for some years, will take up "
        "the post in the autumn when {1} retires. The chair of the governors, {2}, said that the board had been "
        "impressed by the candidate's warmth and experience and by a clear plan for the years ahead. {s0} said that "
        "it was a great honour and that the pupils of {t0} deserved the best. A reception for parents will be held "
        "before the holidays, with music by the school band."
    ),
    "wedding": (
        "{0} and {1} were married at {t0} church on Saturday in bright sunshine. The bride, daughter of {2}, wore a "
        "gown of ivory silk made by her grandmother and carried white roses. {3} was best man. A reception followed "
        "at the hotel in {t1}, where guests danced until the small hours to a band from {t2}. The couple are spending "
        "their honeymoon in the mountains and will make their home near the bridge."
    ),
}
_CONFUSED = dict(zip("elinhatosr", "c1lubof05n", strict=True))
SEEDS = range(6)


def filled(form: str, seed: int) -> tuple[str, dict[str, str]]:
    """A template with names that another seed mostly does not draw, and these names."""
    rng = random.Random(f"{form}{seed}")
    firsts, lasts, towns = rng.sample(FIRST, 4), rng.sample(LAST, 4), rng.sample(TOWN, 5)
    names = {f"f{n}": first for n, first in enumerate(firsts)} | {
        f"s{n}": last for n, last in enumerate(lasts)
    }
    names |= {f"t{n}": town for n, town in enumerate(towns)}
    people = [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    return FORMS[form].format(*people, **names), names


def renamed(text: str, names: dict[str, str]) -> str:
    for wrong, right in (("f0", "Wilhelmina"), ("s0", "Zimmergren")):
        text = text.replace(names[wrong], right)
    return text


def misread(text: str, names: dict[str, str]) -> str:
    rng = random.Random(len(text))
    return "".join(_CONFUSED.get(c, c) if rng.random() < 0.008 else c for c in text)


def respelt(text: str, names: dict[str, str]) -> str:
    return re.sub(r"[A-Z]\w+", lambda name: name[0].replace("ll", "l").replace("v", "w"), text)


def some_words_changed(text: str, names: dict[str, str]) -> str:
    words = text.split()
    for at in random.Random(len(text)).sample(range(len(words)), 3):
        words[at] = "quietly"
    return " ".join(words)


EDITS: dict[str, Callable[[str, dict[str, str]], str]] = {
    "a person corrected": renamed,
    "a town corrected": lambda text, names: text.replace(names["t0"], "Ullapond"),
    "misread": misread,
    "names respelt": respelt,
    "three words changed": some_words_changed,
    "a headline in capitals": lambda text, names: f"TOWN TALKS OF LITTLE ELSE TODAY\n\n{text}",
    "a headline in title case": lambda text, names: f"Town Talks Of Little Else\n\n{text}",
    "all in capitals": lambda text, names: f"Note. {text.upper()}",
    "all in small letters": lambda text, names: f"Note. {text.lower()}",
    "the end cut": lambda text, names: text[: len(text) * 7 // 10],
    "another beginning": lambda text, names: f"By our own reporter in Marpool. {text}",
}


def related(a: str, b: str) -> bool:
    return compare(profile(a), profile(b)).kind is not None


@pytest.mark.parametrize("form", FORMS)
def test_one_form_with_other_names_is_another_report(form: str) -> None:
    """Whoever fills it in, a form is no copy of itself, however much of both is the same."""
    reports = [filled(form, seed)[0] for seed in SEEDS]
    for number, report in enumerate(reports):
        assert not any(related(report, other) for other in reports[:number])
    assert max(compare(profile(reports[0]), profile(other)).containment for other in reports[1:]) >= 0.6


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("form", FORMS)
def test_an_edited_copy_stays_one(form: str, edit: str) -> None:
    """A correction, a scan, another spelling or other capitals leave a report in a form a copy of itself."""
    reports = [filled(form, seed) for seed in SEEDS]
    copies = [(report, EDITS[edit](report, names)) for report, names in reports]
    assert [pair for pair in copies if not related(*pair)] == []


REPORT = filled("appointment", 0)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REPORT, REPORT.replace("College", "Academy")),
        (REPORT, REPORT.replace(" said that", ", Mrs Lund's friend, said that")),
        (f"Shares fell in Corby. {REPORT}", f"In Corby, shares fell. {REPORT}"),
    ],
    ids=["one word of a name", "a name more", "word order"],
)
def test_what_else_happens_to_names(one: str, other: str) -> None:
    """Parts of names, names more and turned sentences change no name of another person."""
    assert changes(profile(one), profile(other)).changed <= 1
    assert related(one, other)


def test_names_are_counted_once() -> None:
    """The full name and the surname alone are one name; what is nearly the same is no other one."""
    text = "Then Edda Vest came to Elmham, where Halim Kron met her. It was Vest who told Kron of the boat in Corby."
    other = text.replace("Edda Vest", "Olga Lund").replace("Vest", "Lund").replace("Halim", "Halimm")
    found = changes(profile(text), profile(other.replace("Corby", "Norvik")))
    assert (found.changed, found.examples) == (2, (("Corby", "Norvik"), ("Edda Vest", "Olga Lund")))
    assert found.kept == 3


def test_moved_passages_change_no_name() -> None:
    """Paragraphs in another order bring other names beside each other, and replace none."""
    parts = [filled(form, 1)[0] for form in ("court", "wedding", "appeal", "match")]
    one, other = " ".join(parts), " ".join(parts[::-1])
    assert changes(profile(one), profile(other)).changed == 0
    assert related(one, other)


GERMAN = (
    "Der Bauhof hat am {0} die alte Brücke gesperrt, weil im Holz ein Riss gefunden wurde. Die Arbeiter stellten "
    "Schilder auf und leiteten den Verkehr über die Wiese um. Ein {1} aus der Stadt will den {2} nun prüfen, und "
    "der Rat berät über das Geld für die Sanierung. Bis dahin bleibt der Weg für Autos zu, und auch {3} müssen "
    "schieben. Der Bus hält solange an der Kirche."
)


def test_where_capitals_tell_no_names() -> None:
    """Languages that write nouns with capitals, scripts without any, and texts all in them stay as they were."""
    german = [
        GERMAN.format("Morgen", "Fachmann", "Schaden", "Räder"),
        GERMAN.format("Abend", "Prüfer", "Balken", "Karren"),
    ]
    shouted = [filled("court", seed)[0].upper() for seed in (0, 1)]
    small = [text.lower() for text in shouted]
    for one, other in (german, shouted, small):
        found = changes(profile(one), profile(other))
        assert names_agree(found, compare(profile(one), profile(other), FLOOR).jaccard)
        assert found.changed == 0
    assert related(*german)


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_two_texts_does_not_matter(form: str) -> None:
    """The same names have changed from whichever side it is looked at."""
    one, other = profile(filled(form, 2)[0]), profile(filled(form, 3)[0])
    there, back = changes(one, other), changes(other, one)
    assert (there.changed, there.kept) == (back.changed, back.kept)
    assert sorted(there.examples) == sorted((b, a) for a, b in back.examples)


def test_texts_of_a_word_or_none() -> None:
    """Nothing is too short to be asked."""
    assert changes(profile("Elmham"), profile("Corby")).changed == 0
    assert changes(profile(""), profile("Corby")).changed == 0
