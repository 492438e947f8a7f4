"""Ages in a text, and whose they are: “69-year-old Mara Lind”, “Mara Lind, 69,”, “aged 69”."""

from __future__ import annotations

import re

from ingest.telling.surroundings import Before, is_name_before, words_before

_LEAST, _MOST = 10, 115
_AGE_AFTER = re.compile(
    r"[   ]?-[   ]?years?[   -]{1,3}olds?\b|[   ]years?[   -]+old\b|-?jährige[rnms]?\b"
    r"|[   ]jahre alte?[rnms]?\b|[   ]años de edad\b"
)
_AGE_BEFORE = words_before(
    r"(?<!\w)(?:aged?|at the age of|im alter von|âgée? de|edad de)[   ]$",
    ("aged", "age", "age of", "alter von", "âgé de", "âgée de", "edad de"),
)
_NAMED = Before(
    re.compile(
        r"((?:[A-ZÀ-ÞĀ-Ž](?:[\w'’-]*[^\W\d_]|\.)[   ]){0,3}[A-ZÀ-ÞĀ-Ž][\w'’-]*[^\W\d_])(?:,| \()[   ]?$"
    ),
    (", ", ",\u00a0", " (", " ( "),
)
# “, 45 ans,” after a name or a noun.
_AGE_IN_COMMAS = re.compile(r"[   ](?:ans|años|jahre)[,.)]")
_AGE_END = re.compile(r" ?[,)]|[.;](?!\d)|[   ]and\b")
_NAME_AFTER = re.compile(
    r"(?:[   ](?!(?:in|of|at|on|to|who|was|is|had|has|and|the|from|by|with|for|as)\b)[a-zß-ÿ]{2,16}\.?){0,3}("
    r"(?:[   ][A-ZÀ-ÞĀ-Ž][\w'’-]+){1,3})"
)

# “The 40-year-old American” has no name.
_ADJECTIVE = re.compile(r"\w+(?:ican|ish|ese|ian|ean|ench|erman)")


def read_age(text: str, lowered: str, start: int, stop: int, value: float) -> tuple[str, int, int] | None:
    """Say of the number at `[start, stop)` whose age it is, and where the words for it begin and end.

    `lowered` is the text in small letters. The surname is empty where the age is of nobody by name;
    None where the number is no age.
    """
    if not (value.is_integer() and 0 < value <= _MOST):
        return None
    if after := _AGE_AFTER.match(lowered, stop):
        person = _NAME_AFTER.match(text, after.end())
        if person and _ADJECTIVE.fullmatch(person[1].strip()):
            person = None
        return (person[1].split()[-1], start, person.end()) if person else ("", start, after.end())
    if before := _AGE_BEFORE.search(lowered, start):
        return "", start - len(before[0]), stop
    named = _NAMED.search(text, start)
    commas = _AGE_IN_COMMAS.match(lowered, stop)
    if commas and lowered.endswith((", ", ", de "), 0, start):
        stop = commas.end() - 1
    elif not (named and value >= _LEAST and _AGE_END.match(text, stop)):
        return None
    if not named:
        return "", start, stop
    surname = named[1].split()[-1]
    if is_name_before(surname.lower() + " ", len(surname) + 1):
        return None
    return surname, start - len(named[0]), stop
