"""News outlets: well-known names with their variants, and the forms by which others are known.

An unknown name is an outlet's by its last word (“the Lakeside Herald”), its first one (“Radio Lakeside”),
its address (“lakeside.example”), or by what stands beside it (“the newspaper Lakeside Echo”).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# One outlet a line, its name first, then other names; all are found with and without the article.
_KNOWN = """
Associated Press|AP|The AP
Agence France-Presse|AFP|Agence France Presse
Reuters|Thomson Reuters|Reuters news agency
Deutsche Presse-Agentur|dpa|DPA|Deutschen Presse-Agentur
United Press International|UPI
Press Association|PA Media|PA news agency
Press Trust of India|PTI
Asian News International|ANI
Indo-Asian News Service|IANS
Xinhua|Xinhua News Agency
TASS|Tass|Itar-Tass|ITAR-TASS
RIA Novosti|RIA
Interfax|Interfax-Ukraine
Kyodo|Kyodo News|Kyodo News Agency
Jiji Press|Jiji
Yonhap|Yonhap News Agency|Yonhap news agency
Korean Central News Agency|KCNA
Anadolu Agency|Anadolu|Anadolu Ajansı
Agencia EFE|EFE|Efe
Europa Press
ANSA|Ansa
Austria Presse Agentur|APA
Keystone-SDA|SDA
Belga
Agencja|PAP|Polish Press Agency
Ukrinform
Ukrainska Pravda
Bernama
Antara
Australian Associated Press|AAP
Canadian Press
Bloomberg|Bloomberg News
Dow Jones|Dow Jones Newswires
BBC|BBC News|British Broadcasting Corporation|BBC World Service|BBC Radio 4
CNN
CBS|CBS News
NBC|NBC News
ABC|ABC News
Fox News|Fox News Channel
MSNBC
CNBC
NPR|National Public Radio
PBS
ESPN
Sky News
Sky Sports
ITV|ITV News
Channel 4 News
Al Jazeera|Al-Jazeera
Al Arabiya|Al-Arabiya
CBC|CBC News
CTV|CTV News
RTÉ|RTE
ZDF
ARD
NDR
WDR
MDR
SWR
Tagesschau
Deutschlandfunk
n-tv|ntv
ORF
SRF
NHK
RT|Russia Today
Deutsche Welle|DW
Euronews
France Info|franceinfo|Franceinfo
France Inter
RTL
BFMTV|BFM TV
Rai
RTVE
Cadena SER
TV Globo
NDTV
Suspilne
New York Times|NYT
New York Post
New York Daily News
Washington Post|WaPo
Wall Street Journal|WSJ
Los Angeles Times|LA Times|L.A. Times
USA Today
Boston Globe
Chicago Tribune
Miami Herald
Newsweek
Politico|POLITICO
Axios
Bellingcat
BuzzFeed News|BuzzFeed
HuffPost|Huffington Post
Daily Beast
Time|TIME|Time magazine
People|People magazine
Us Weekly|Us Magazine|Us magazine
TMZ|TMZ.com
Rolling Stone
Vanity Fair
Variety
Hollywood Reporter
Entertainment Weekly
New Yorker
Forbes
Fortune
Business Insider
Financial Times|FT
Economist
Guardian
Observer
Daily Telegraph|Telegraph
Sunday Telegraph
Times of London
Sunday Times
Daily Mail|Mail Online|MailOnline
Mail on Sunday
Daily Mirror
Daily Express
Sun
Evening Standard
Independent
Irish Times
Irish Independent
South China Morning Post|SCMP
Global Times
People's Daily|People’s Daily
Straits Times
Japan Times
Asahi Shimbun|Asahi
Yomiuri Shimbun|Yomiuri
Mainichi Shimbun|Mainichi
Nikkei|Nikkei Asia
Korea Herald
Korea Times
Chosun Ilbo
JoongAng Ilbo
Times of India
Hindustan Times
Hindu
Indian Express
Dawn
Jakarta Post
Jakarta Globe
Bangkok Post
Moscow Times
Novaya Gazeta
Kommersant
Izvestia
Meduza
Mediazona
Kyiv Post
Kyiv Independent
Haaretz
Jerusalem Post
Times of Israel
Sydney Morning Herald|SMH
Age
New Zealand Herald|NZ Herald
Globe and Mail
Toronto Star
Frankfurter Allgemeine Zeitung|FAZ|F.A.Z.|Frankfurter Allgemeine|Frankfurter Allgemeinen Zeitung
Süddeutsche Zeitung|SZ|Süddeutschen Zeitung|Süddeutscher Zeitung|Süddeutsche|Süddeutschen
Bild|Bild-Zeitung|Bild am Sonntag|BILD
Spiegel|Der Spiegel|SPIEGEL|Spiegel Online
Zeit|Die Zeit
Welt|Die Welt
taz|Tageszeitung
Handelsblatt
Tagesspiegel
Stern
Focus
Redaktionsnetzwerk Deutschland|RND
Neue Zürcher Zeitung|NZZ|Neuen Zürcher Zeitung
Der Standard|Standard
Le Monde|Monde
Le Figaro|Figaro
Libération
Le Parisien
Mediapart
El País|El Pais|País
El Mundo
La Vanguardia
El Periódico
Clarín
La Nación
Corriere della Sera
La Repubblica|Repubblica
Gazeta Wyborcza
Folha de S.Paulo
Radio Free Asia|RFA
Radio Free Europe|Radio Free Europe/Radio Liberty|RFE/RL|Radio Liberty
Voice of America|VOA
Le Temps
"""
# Everyday words and other bodies: outlets only where an article or a word for the medium says so.
_WEAK = frozenset(
    """
    Time People Sun Age Times Post Independent Observer Guardian Standard Mirror Fortune Variety Focus Stern
    Welt
    Zeit Spiegel Bild Dawn Hindu Telegraph Economist Express Asahi Monde Figaro País RIA ABC APA ARD PA ANI
    RT RTL
    SZ FT DW PAP Time Antara SDA Forbes Rai TT AGE AP
    """.split()
) - {"AP", "Spiegel", "Bild", "ARD", "Economist", "Forbes", "Figaro"}

# Last words of outlets' names. The weak ones are also everyday words or surnames: they ask for the article.
_LAST = frozenset(
    """
    Times Herald Tribune Gazette Chronicle Daily Weekly Newspaper Inquirer Enquirer Examiner Courier Bulletin
    Broadcasting Shimbun Ilbo Zeitung Rundschau Tageblatt Tagblatt Nachrichten Anzeiger Rundfunk Presse
    Morgenpost
    Abendblatt Tageszeitung Volksstimme Kurier Allgemeine Pravda Nieuws Telegraaf Diario Noticias Journal News
    Sentinel Newsagency Newswire Radio TV Television Telegraph Guardian Argus Gazeta Gazette Post-Dispatch
    Post-Gazette Journal-Constitution Union-Tribune Sun-Times Star-Tribune Times-Picayune Today
    """.split()
)
_WEAK_LAST = frozenset(
    """
    Post Star Sun Mail Globe Record Standard Independent Mirror Express Register Observer Echo Press Dispatch
    Ledger Leader Advertiser Review Magazine Digest Monitor Reporter Nation Age Citizen Voice Argus Banner
    World
    Tribune-Review Times-Union Online Network Bild Blatt Mercury Pilot Republic Journal Guardian Telegraph
    Today
    """.split()
)
_FIRST = frozenset("Radio Rádio Diario Diário Daily Kanal Télé TV Televisión".split())
_AGENCY_END = ("News Agency", "Press Agency", "News Service", "Press Association", "Broadcasting Corporation")
_ADDRESS = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|example|de|fr|es|uk|eu|news|tv|ua|ru)"
)
_ARTICLES = ("The ", "the ", "Der ", "Die ", "Das ", "der ", "die ", "das ", "dem ", "den ", "Dem ")
_FAMILY = re.compile(r"\W+")


@cache
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
    fold_outlet(variant): names[0]
    for names in (line.split("|") for line in _KNOWN.strip().splitlines())
    for variant in names
}
_SINGLE = frozenset(
    word
    for line in _KNOWN.split("\n")
    for name in line.split("|")
    for word in name.split()
    if " " not in name
)
# A text that has none of these words names no outlet that is known or has the form of one.
SIGNS = frozenset(
    part
    for word in (_SINGLE | _LAST | _WEAK_LAST | _FIRST | {"Agency", "Service", "Association", "Corporation"})
    for part in re.findall(r"\w+", word)
)


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
        return False
    if words[0] in _FIRST or bare.endswith(_AGENCY_END):
        return True
    return words[-1] in _LAST or (article and words[-1] in _WEAK_LAST)
