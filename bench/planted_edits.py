"""What outlets do to a report that they take over, and what only looks like it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.corpus import vocabulary
from bench.planted_texts import Report, headline, market, person, report, town

_NOTICES = (
    "This story was edited for length by our regional desk in {town}.",
    "{person} contributed reporting from {town} for this article.",
    "The editors thank readers in {town} for their letters about this subject.",
    "More on how we work, and on what {person} reads, stands in the weekend edition.",
    "An earlier version went out to subscribers of the evening service in {town}.",
)
_CONFUSED = {
    "e": "c",
    "l": "1",
    "o": "0",
    "i": "l",
    "n": "u",
    "h": "b",
    "a": "o",
    "t": "f",
    "s": "5",
    "r": "n",
}
_WORDS = [word.lower() for word in vocabulary()[0] if len(word) > 3]
Paragraphs = list[list[str]]
Edit = Callable[[random.Random, Paragraphs], Paragraphs]


@dataclass(frozen=True, slots=True)
class Planted:
    """One document of the set: its text, how it came about, and the number of what it was made from."""

    text: str
    way: str
    origin: int | None


def planted(number: int, seed: int) -> Iterator[Planted]:
    """Yield so many documents, the same for the same seed: a quarter are reports of their own."""
    rng = random.Random(seed)
    reports: list[tuple[int, str, Report]] = []
    for index in range(number):
        if not reports or rng.random() < 0.25:
            # Flashes of a single sentence as well as long reports.
            made = report(rng, rng.choice((1, 2, 6, 12, 20, 30)))
            reports.append((index, headline(rng), made))
            yield Planted(_text(reports[-1][1], made.english), "unrelated", None)
        else:
            origin, title, made = rng.choice(reports[-300:])
            yield _derived(rng, origin, title, made)


def _derived(rng: random.Random, origin: int, title: str, made: Report) -> Planted:
    way = rng.choice((*EDITS, "new headline", "retold", "translated", "template", "several edits"))
    if way == "template":
        return Planted(market(rng), way, None)
    if way == "retold":
        return Planted(_text(headline(rng), made.retold), way, origin)
    if way == "translated":
        return Planted(_text(title, made.german), way, origin)
    paragraphs = made.english
    for edit in (
        rng.sample(SYNDICATION, 3) if way == "several edits" else [EDITS[way]] if way in EDITS else []
    ):
        paragraphs = edit(rng, paragraphs)
    fresh = way in ("new headline", "two sentences quoted", "roundup", "several edits")
    return Planted(_text(headline(rng) if fresh else title, paragraphs), way, origin)


def _text(title: str, paragraphs: Paragraphs) -> str:
    return "\n\n".join([title, *(" ".join(sentences) for sentences in paragraphs)])


def words_replaced(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Replace up to an eighth of the words, figures too: Jaccards on both sides of any threshold."""
    rate = rng.uniform(0.0, 0.125)

    def edited(sentence: str) -> str:
        return " ".join(rng.choice(_WORDS) if rng.random() < rate else word for word in sentence.split())

    return [[edited(sentence) for sentence in sentences] for sentences in paragraphs]


def characters_wrong(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Misread up to two characters in a hundred, as optical recognition does."""
    rate = rng.uniform(0.0, 0.02)

    def misread(sentence: str) -> str:
        return "".join(_CONFUSED.get(c, "x") if c.isalnum() and rng.random() < rate else c for c in sentence)

    return [[misread(sentence) for sentence in sentences] for sentences in paragraphs]


def tail_cut(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Keep the first paragraphs, from one to all."""
    return paragraphs[: rng.randint(1, len(paragraphs))]


def notices_added(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Put notices of an outlet before and after."""
    lines = [form.format(person=person(rng), town=town(rng)) for form in rng.sample(_NOTICES, 3)]
    return [[lines[0]], *paragraphs, *([line] for line in lines[1:])]


def reordered(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Shuffle the paragraphs."""
    return rng.sample(paragraphs, len(paragraphs))


def shortened(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Leave out a sentence here and there."""
    rate = rng.uniform(0.0, 0.4)
    kept = [[sentence for sentence in sentences if rng.random() >= rate] for sentences in paragraphs]
    return [sentences for sentences in kept if sentences] or paragraphs


def figure_corrected(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Correct the first figure."""
    text = [list(sentences) for sentences in paragraphs]
    for sentences in text:
        for at, sentence in enumerate(sentences):
            for word in sentence.split():
                if word.isdecimal():
                    sentences[at] = sentence.replace(word, str(int(word) + rng.randint(1, 9)), 1)
                    return text
    return text


def quoted(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """Another report that quotes two sentences."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    own = report(rng, 12).english
    at = rng.randrange(len(own))
    return [*own[:at], rng.sample(sentences, min(2, len(sentences))), *own[at:]]


def roundup(rng: random.Random, paragraphs: Paragraphs) -> Paragraphs:
    """A page of several reports, one of them this one, whole or its first half."""
    taken = paragraphs[: max(1, len(paragraphs) // rng.randint(1, 2))]
    return [*report(rng, 15).english, *taken, *report(rng, 15).english]


EDITS: dict[str, Edit] = {
    "words replaced": words_replaced,
    "characters wrong": characters_wrong,
    "tail cut": tail_cut,
    "notices added": notices_added,
    "paragraphs reordered": reordered,
    "sentences left out": shortened,
    "figure corrected": figure_corrected,
    "two sentences quoted": quoted,
    "roundup": roundup,
}
SYNDICATION = (words_replaced, characters_wrong, tail_cut, notices_added, reordered, shortened)
