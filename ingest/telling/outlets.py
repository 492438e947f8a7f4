"""News outlets: well-known names with their variants, and the forms by which others are known.

An unknown name is an outlet's by its last word (“the Lakeside Herald”), its first one (“Radio Lakeside”),
its address (“lakeside.example”), or by what stands beside it (“the newspaper Lakeside Echo”).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

# One outlet a line, its name first, then other names; all are found with and without the article.
_KNOWN = files("ingest.telling").joinpath("outlets.txt").read_text(encoding="utf-8").splitlines()
# Everyday words and other bodies: outlets only where an article or a word for the medium says so.
_WEAK = frozenset(
    """
    Time People Sun Age Times Post Independent Observer Guardian Standard Mirror Fortune Variety Focus Stern
    Welt Zeit Spiegel Bild Dawn Hindu Telegraph Economist Express Asahi Monde Figaro País RIA ABC APA ARD PA
    ANI RT RTL SZ FT DW PAP Time Antara SDA Forbes Rai TT SER AGE AP
    """.split()
) - {"AP", "Spiegel", "Bild", "ARD", "Economist", "Forbes", "Figaro"}

# Last words of outlets' names. The weak ones are also everyday words or surnames: they ask for the article.
_LAST = frozenset(
    """
    Times Herald Tribune Gazette Chronicle Daily Weekly Newspaper Inquirer Enquirer Examiner Courier
    Bulletin Broadcasting Shimbun Ilbo Zeitung Rundschau Tageblatt Tagblatt Nachrichten Anzeiger Rundfunk
    Presse Morgenpost Abendblatt Tageszeitung Volksstimme Kurier Allgemeine Pravda Nieuws Telegraaf Diario
    Noticias Journal News Sentinel Newsagency Newswire Radio TV Television Telegraph Guardian Argus Gazeta
    Gazette Post-Dispatch Post-Gazette Journal-Constitution Union-Tribune Sun-Times Star-Tribune
    Times-Picayune Today
    """.split()
)
_WEAK_LAST = frozenset(
    """
    Post Star Sun Mail Globe Record Standard Independent Mirror Express Register Observer Echo Press
    Dispatch Ledger Leader Advertiser Review Magazine Digest Monitor Reporter Nation Age Citizen Voice Argus
    Banner World Tribune-Review Times-Union Online Network Bild Blatt Mercury Pilot Republic Journal
    Guardian Telegraph Today
    """.split()
)
_FIRST = frozenset("Radio Rádio Diario Diário Daily Kanal Télé TV Televisión".split())
# Names with these at their ends are said without an article.
_NO_ARTICLE = frozenset(
    """
    The News Today Radio Rádio Kanal TV Télé Televisión Television Online Nachrichten Rundfunk Newswire
    """.split()
)
_COMPOUND = re.compile(r"\w{3}(?:zeitung|kurier|anzeiger|tageblatt|tagblatt|rundschau|nachrichten|rundfunk)$")
_AGENCY_END = ("News Agency", "Press Agency", "News Service", "Press Association", "Broadcasting Corporation")
_ADDRESS = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|example|de|fr|es|uk|eu|news|tv|ua|ru)"
)
_ARTICLES = ("The ", "the ", "Der ", "Die ", "Das ", "der ", "die ", "das ", "dem ", "den ", "Dem ")
_FAMILY = re.compile(r"\W+")


@lru_cache(maxsize=8192)
def fold_outlet(name: str) -> str:
    """Fold a name to its letters and digits, without case, diacritics and article."""
    bare = name
    for article in _ARTICLES:
        bare = bare.removeprefix(article)
    for end in ("'s", "’s", "‘s"):
        bare = bare.removesuffix(end)
    spread = unicodedata.normalize("NFD", bare.casefold())
    return _FAMILY.sub("", "".join(c for c in spread if not unicodedata.combining(c)))


_CANONICAL = {
    fold_outlet(variant): names[0] for names in (line.split("|") for line in _KNOWN) for variant in names
}
# Words that an outlet's name ends or begins with.
FORMS = _LAST | _WEAK_LAST | _FIRST | {"Agency", "Service", "Association", "Corporation"}
_TELLING = frozenset(
    max(name.split(), key=len)
    for line in _KNOWN
    for name in line.split("|")
    if FORMS.isdisjoint(name.split())
)
# A text that has none of these words names no outlet that is known or has the form of one.
SIGNS = frozenset(max(re.findall(r"\w+", word), key=len) for word in _TELLING | FORMS)


def known_outlet(name: str) -> str | None:
    """Return the canonical name of a well-known outlet, None for any other."""
    return _CANONICAL.get(fold_outlet(name))


def canonical_outlet(name: str) -> str:
    """Return the one name for all variants: that of the known outlet, else `name` without its article."""
    known = known_outlet(name)
    if known:
        return known
    bare = " ".join(name.split())
    for end in ("'s", "’s", "‘s"):
        bare = bare.removesuffix(end)
    for article in _ARTICLES:
        bare = bare.removeprefix(article)
    return bare


def takes_article(name: str) -> bool:
    """Whether a sentence puts “the” before an outlet: the Lakeside Herald, but Reuters, Radio Lakeside."""
    words = name.split()
    return len(words) > 1 and words[0] not in _NO_ARTICLE and words[-1] in (_LAST | _WEAK_LAST) - _NO_ARTICLE


def is_outlet(name: str, article: bool) -> bool:
    """Whether a name is an outlet's by itself; `article` says that “the” or its like stands before it."""
    bare = (
        canonical_outlet(name) if not known_outlet(name) else name.removeprefix("The ").removeprefix("the ")
    )
    words = bare.split()
    if not words:
        return False
    if known_outlet(name):
        return article or bare not in _WEAK
    if _ADDRESS.fullmatch(bare.lower()):
        return True
    if len(words) < 2:
        return article and bool(_COMPOUND.search(bare))
    if words[:2] == ["Times", "of"]:
        return True
    if words[0] in _FIRST or bare.endswith(_AGENCY_END):
        return True
    return words[-1] in _LAST or (article and words[-1] in _WEAK_LAST)
