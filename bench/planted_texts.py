"""Made-up reports from facts, each told in English, told in other words, and told in German."""

from __future__ import annotations

import random
from dataclasses import dataclass

DAYS = (
    ("Monday", "Montag"),
    ("Tuesday", "Dienstag"),
    ("Wednesday", "Mittwoch"),
    ("Thursday", "Donnerstag"),
    ("Friday", "Freitag"),
)
_FIRST = (
    "Anders Berit Carla Dario Edda Farid Greta Halim Ines Jonas Kaja Lorin Mirela Nils Olga Pavel Runa Stine"
)
_LAST_A = (
    "Aal Berg Dahl Eck Falk Gran Hol Iver Jord Kron Lund Mor Nord Oster Rav Sel Torv Ulv Vest Win".split()
)
_LAST_B = (
    "berg by dal den feldt gren haug ing kvist land mann nes quist rud sen strom tun vik wall zen".split()
)
_TOWN_A = "Ald Bram Cor Dun Elm Fen Glen Har Ing Kel Lang Mar Nor Oak Pen Quill Rav Sten Tarn Wex".split()
_TOWN_B = (
    "bach borough by combe dale field ford gate ham hurst ley mere minster mouth pool stead ton wick".split()
)
_BODIES = (
    ("council", "Stadtrat"),
    ("harbour board", "Hafenausschuss"),
    ("school authority", "Schulverwaltung"),
    ("water company", "Wasserwerk"),
    ("county court", "Kreisgericht"),
    ("fishing association", "Fischereiverband"),
    ("hospital trust", "Klinikverbund"),
    ("railway office", "Bahnamt"),
    ("cattle market", "Viehmarkt"),
    ("museum society", "Museumsverein"),
)
_THINGS = (
    ("ferry quay", "Fährkai"),
    ("swimming bath", "Schwimmbad"),
    ("bridge", "Brücke"),
    ("grammar school", "Gymnasium"),
    ("pumping station", "Pumpwerk"),
    ("bus depot", "Busdepot"),
    ("library", "Bücherei"),
    ("market hall", "Markthalle"),
    ("lighthouse", "Leuchtturm"),
    ("paper mill", "Papierfabrik"),
    ("sea wall", "Deich"),
    ("hospital wing", "Klinikflügel"),
)
_QUALITIES = (
    ("old", "alte"),
    ("flooded", "überflutete"),
    ("half-finished", "halbfertige"),
    ("much-loved", "beliebte"),
    ("listed", "denkmalgeschützte"),
    ("leaking", "undichte"),
    ("empty", "leere"),
    ("burnt", "verbrannte"),
    ("northern", "nördliche"),
    ("privately owned", "private"),
)
_DEEDS = (
    ("close", "shut", "schließen"),
    ("sell", "dispose of", "verkaufen"),
    ("repair", "mend", "reparieren"),
    ("widen", "broaden", "verbreitern"),
    ("insure", "take cover for", "versichern"),
    ("survey", "inspect", "untersuchen"),
    ("rebuild", "put up again", "neu bauen"),
    ("lease", "rent out", "verpachten"),
)
# The same fact three times; what stands in braces is filled with the values of `_values`.
_FACTS = (
    (
        "The {body} of {town} voted on {day} to {deed} the {quality} {thing} after {n} hours.",
        "Members in {town} took {n} hours to agree on {day} that their {body} would {deed2} its {thing}.",
        "Nach {n} Stunden beschloss {body_de} in {town} am {day_de}, {quality_de} {thing_de} zu {deed_de}.",
    ),
    (
        "{person}, who has led the {body} since {year}, said that the {thing} would cost {n} million crowns.",
        "It will take {n} million crowns, according to {person}, head of the {body} from {year} onwards.",
        "{person}, seit {year} Chef von {body_de}, rechnet für {thing_de} mit {n} Millionen Kronen.",
    ),
    (
        "Neighbours in {street} Street complained that nobody asked them before work on the {thing} began.",
        "Work started without a word to residents, people who live along {street} Street grumbled.",
        "Anwohner der {street}straße klagten, vor den Arbeiten an {thing_de} habe niemand sie gefragt.",
    ),
    (
        "A {quality} {thing} in {town} caught fire and {n} people were brought to {other}, the {body} says.",
        "Ambulances drove {n} injured to {other} when flames broke out at {town}.",
        "In {town} geriet {thing_de} in Brand, {n} Menschen kamen nach {other}, meldete {body_de}.",
    ),
    (
        "“We were told to leave everything behind,” said {person}, {n}, a {trade} from {town}.",
        "Everything had to stay, recalled the {town} {trade} {person}, aged {n}.",
        "„Wir mussten alles zurücklassen“, sagte {person} ({n}) aus {town}.",
    ),
    (
        "Engineers from {other} found {n} cracks in the {thing} and urged the {body} to {deed} it soon.",
        "The {thing} has {n} cracks; specialists sent by {other} want it {deed2} soon.",
        "Fachleute aus {other} fanden {n} Risse und rieten, {thing_de} bald zu {deed_de}.",
    ),
    (
        "The decision, which {person} called overdue, splits families in {town} and {other} down the middle.",
        "For {person} it comes late; in {town} as in {other}, relatives no longer talk to each other.",
        "Die Entscheidung, laut {person} überfällig, entzweit Familien in {town} und {other}.",
    ),
    (
        "Since {year} the {thing} has carried mail, timber and summer guests between {town} and {other}.",
        "Letters, wood and holidaymakers have travelled from {town} towards {other} ever since {year}.",
        "Seit {year} kamen Post, Holz und Sommergäste von {town} nach {other}.",
    ),
    (
        "At the trial in {other}, {person} admitted having taken {n} crowns from the {body} in {year}.",
        "{person} confessed before judges at {other}: {n} crowns had gone missing back in {year}.",
        "Vor Gericht in {other} gestand {person}, {year} dem {body_de} {n} Kronen entwendet zu haben.",
    ),
    (
        "A {trade} named {person} opened the doors of the {quality} {thing} to anybody who needed a bed.",
        "Whoever had no bed was let in by {person}, {trade} by profession.",
        "{person} öffnete {thing_de} für alle, die ein Bett brauchten.",
    ),
    (
        "Figures from the {body} show that {n} households around {other} still draw water from wells.",
        "Wells remain the only source for {n} homes near {other}, statistics suggest.",
        "Nach Zahlen von {body_de} holen {n} Haushalte um {other} ihr Wasser aus Brunnen.",
    ),
    (
        "Critics led by {person} fear that {street} Street will be too noisy and want a tunnel instead.",
        "A tunnel, opponents around {person} argue, would spare {street} Street the noise.",
        "Kritiker um {person} fürchten Lärm in der {street}straße und fordern einen Tunnel.",
    ),
)
_TRADES = (
    "baker carpenter doctor electrician farmer fisherman gardener nurse painter pilot teacher welder".split()
)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as headline and paragraphs of sentences, in three tellings of the same facts."""

    english: list[list[str]]
    retold: list[list[str]]
    german: list[list[str]]


def report(rng: random.Random, sentences: int) -> Report:
    """Make up a report of about so many sentences, in paragraphs of one to three."""
    told: tuple[list[list[str]], ...] = ([], [], [])
    left = sentences
    while left > 0:
        facts = [_fact(rng) for _ in range(rng.randint(1, 3))]
        for paragraphs, lines in zip(told, zip(*facts, strict=True), strict=True):
            paragraphs.append(list(lines))
        left -= len(facts)
    return Report(*told)


def headline(rng: random.Random) -> str:
    """Make up a headline."""
    (thing, _), (body, _) = rng.choice(_THINGS), rng.choice(_BODIES)
    return rng.choice(
        (
            f"{town(rng)} fights over {thing}",
            f"{body.capitalize()} in {town(rng)} under fire",
            f"What {person(rng)} wants with the {thing} of {town(rng)}",
            f"{town(rng)}: {thing} to be {rng.choice(('closed', 'sold', 'rebuilt'))}",
        )
    )


def market(rng: random.Random) -> str:
    """Fill the form of a market report with figures."""
    n = [rng.randint(11, 9999) for _ in range(8)]
    return (
        f"Shares on the Norvik exchange closed {n[0]} points higher at {n[1]} on {rng.choice(DAYS)[0]}. "
        f"Grain rose to {n[2]} crowns a tonne, while fish meal fell to {n[3]} crowns. Turnover was {n[4]} "
        f"million crowns, with {n[5]} papers changing hands. The crown was quoted at {n[6]} against the "
        f"mark and at {n[7]} against the guilder in late trading."
    )


def person(rng: random.Random) -> str:
    """Make up the name of a person."""
    return f"{rng.choice(_FIRST.split())} {rng.choice(_LAST_A)}{rng.choice(_LAST_B)}"


def town(rng: random.Random) -> str:
    """Make up the name of a town."""
    return rng.choice(_TOWN_A) + rng.choice(_TOWN_B)


def _fact(rng: random.Random) -> tuple[str, str, str]:
    values = _values(rng)
    english, retold, german = (form.format(**values) for form in rng.choice(_FACTS))
    return english, retold, german


def _values(rng: random.Random) -> dict[str, object]:
    body, thing, quality, day = map(rng.choice, (_BODIES, _THINGS, _QUALITIES, DAYS))
    deed = rng.choice(_DEEDS)
    return {
        "body": body[0],
        "body_de": body[1],
        "thing": thing[0],
        "thing_de": thing[1],
        "quality": quality[0],
        "quality_de": quality[1],
        "day": day[0],
        "day_de": day[1],
        "deed": deed[0],
        "deed2": deed[1],
        "deed_de": deed[2],
        "trade": rng.choice(_TRADES),
        "n": rng.randint(13, 999),
        "year": rng.randint(1890, 2020),
        "town": town(rng),
        "other": town(rng),
        "person": person(rng),
        "street": rng.choice(_LAST_A),
    }
