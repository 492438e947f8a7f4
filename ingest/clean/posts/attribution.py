"""Lines in which an article lets somebody speak: a quotation with its speaker, or a reported statement.

A post speaks for itself, so such a line ends it.
"""

from __future__ import annotations

import re

# Announcing and reporting are what posts do themselves: those words count beside a quotation only.
_REPORTS = (
    r"(?:said|says|added|adds|told|stated|explained|noted|replied|sagte|teilte|erklärte|a déclaré|a dit"
    r"|a ajouté|dijo|afirmó|añadió|disse|afirmou|ha detto|zei|powiedział|powiedziała|řekl|řekla|sa|sade)"
)
_SPOKE = (
    rf"(?:{_REPORTS}|warned|confirmed|announced|reported|wrote|tweeted|schrieb|a écrit|escribió|escreveu"
    r"|ha scritto|schreef|napisał|napsal)"
)
_SAID = re.compile(rf"\b(?:{_SPOKE}|according to|laut|selon|según|segundo|secondo|volgens|według|podle)\b")
_QUOTED = re.compile(r"[\"“„«»”][^\"“”„«»]+[\"“”«»]|「[^」]+」|‘[^‘\n]+?[,.!?]’(?!\w)")
_SPEAKER = (
    r"(?:He|She|They|It|The|A|An|Some|Many|Several|One|Another|Er|Sie|Der|Die|Das|Ein|Eine|Il|Elle|Ils|Le|La|Les"
    r"|El|Ella|Los|Las|Un|Una|Ele|Ela|O|Os|As|Um|Uma|Hij|Zij|De|Het|Een)"
)
# Police, Mayor Fenn, a name: any other capital letter, save that of somebody who speaks of themselves.
_NAMED = r"(?!(?:We|You|My|Our|Who|What|When|If)\b)[^\W\d_a-zà-ÿ]\w+"
_REPORTED = re.compile(
    rf"(?:{_SPEAKER}(?:\s[^\s.!?;:“”\"#@]+){{0,5}}?\s{_REPORTS}\b"
    rf"|{_NAMED}(?:\s[^\s.!?;:“”\"#@]+){{0,5}}?\s{_REPORTS}\b(?!\s(?:me|us|you)\b))"
)


def is_attributed(text: str) -> bool:
    """Whether `text` quotes somebody and names the speaker, or opens with a speaker who said something."""
    if _REPORTED.match(text):
        return True
    outside = without_quotations(text)
    return outside != text and _SAID.search(outside) is not None


def without_quotations(text: str) -> str:
    """`text` with every quotation replaced by a space."""
    return _QUOTED.sub(" ", text)
