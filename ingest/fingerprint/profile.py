"""What matching knows of one text before it compares it with another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ingest.fingerprint.normalise import Places, token_places, tokens
from ingest.fingerprint.shingle import Hashes, distinct, shingles, token_hashes

# A report of Monday and one of Tuesday in the same words are two reports. May and March are verbs as well.
FIGURES = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion first second third fourth fifth sixth seventh eighth ninth tenth
    monday tuesday wednesday thursday friday saturday sunday
    january february april june july august september october november december
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf montag dienstag mittwoch donnerstag freitag
    samstag sonntag januar februar märz april juni juli oktober dezember
    deux trois quatre cinq sept huit neuf dix lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier février avril juin juillet août septembre octobre novembre décembre
    dos tres cuatro cinco seis siete ocho nueve diez lunes martes miércoles jueves viernes sábado domingo
    enero febrero abril junio julio agosto septiembre octubre noviembre diciembre
    """.split()
)


@dataclass(frozen=True)
class Profile:
    """A text as matching sees it.

    `hashes` are its token hashes in order, `numbers` the sorted hashes of the tokens that tell how many
    or when, each once: those that begin with a digit, number words, weekdays and months.
    """

    hashes: Hashes
    numbers: Hashes
    text: str

    @cached_property
    def shingles(self) -> Hashes:
        """The sorted set of its shingle hashes."""
        return shingles(self.hashes)

    @cached_property
    def places(self) -> Places:
        """Where its tokens stand in the text."""
        return token_places(self.text)


def profile(text: str) -> Profile:
    """Read `text` once. A text without letters or digits has no shingles and matches nothing."""
    found = tokens(text)
    numbers = {token for token in found if token[0].isdecimal() or token in FIGURES}
    return Profile(token_hashes(found), distinct(token_hashes(sorted(numbers))), text)
