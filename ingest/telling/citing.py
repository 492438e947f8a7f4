"""The words by which a text cites: those before an outlet's name, and those after it."""

from __future__ import annotations

import re
from typing import Literal

_LEFT = 90
How = Literal["according_to", "told", "agency", "reported", "interview_with", "quoted_by", "citing", "credit"]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
MEDIUM = (
    r"(?:(?:state |public |national |local |private |satellite )?(?:news ?paper|magazine|(?:news "
    r"|press )?agency"
    r"|(?:news |media )?outlet|broadcaster|news ?(?:site|website|portal|service|programme?)|tabloid|weekly"
    r"|daily"
    r"|(?:news |tv |television |radio )?(?:channel|network|station)|television|tv|radio|wire service|newswire"
    r"|(?:tages|wochen|boulevard|sonntags|lokal)?zeitung|(?:nachrichten)?(?:agentur|magazin|portal)"
    r"|(?:fernseh|radio)?sender|blatt|journal|quotidien|hebdomadaire|agence(?: de presse)?"
    r"|site (?:d['’]information|internet|web)|(?<=le )site|(?<=du )site|(?<=au )site"
    r"|giornale|quotidiano|settimanale|agenzia(?: di stampa)?"
    r"|emittente|jornal|agência(?: de notícias)?|emissora|krant|dagblad|persbureau|omroep"
    r"|chaîne(?: de télévision)?|diario|periódico|agencia(?: de noticias)?|cadena|emisora|semanario|revista))"
)
# The last letters of all of these: looking back for them is slow.
_MEDIA = tuple(
    """
    paper magazine agency outlet broadcaster site portal channel network station television tv radio tabloid
    weekly service newswire programme program daily group podcast zeitung agentur magazin sender blatt
    journal quotidien hebdomadaire agence presse chaîne télévision information diario periódico agencia
    noticias cadena emisora semanario revista medio internet web giornale quotidiano settimanale agenzia
    stampa emittente jornal agência notícias emissora krant dagblad persbureau omroep
    """.split()
)
# What may stand between the citing words and the name: “the state-run Hong Kong newspaper”.
_FILL = (
    rf"(?:(?:the|The|a|an|its|his|her|local|state|state-(?:run|owned|controlled)|official|national|public"
    rf"|private|independent"
    r"|semi-official|pro-\w+|leading|respected|popular|online|regional|german|business|der|die|das|dem|den"
    r"|des|einem|einer|le|la|les|el|los|las|un|una|une|il|lo|uno|o|os|het|een|de|"
    rf"[{_CAPITAL}][\w-]*\w(?:['’]s?)?),?[   ]){{0,6}}?(?:(?i:{MEDIUM})\b,?[   ])?(?:l['’])?[\"“„«‘'‚]?[   "
    rf"]?$"
)
_REPORT = (
    r"(?:(?:a|an|the|one|another|this|that|new|recent|latest|earlier|exclusive|published|monday|tuesday"
    r"|wednesday|thursday"
    r"|friday|saturday|sunday)[   ])*(?:\w+[   ])?(?:reports?|articles?|story|stories|accounts?|interview"
    r"|investigation|survey|poll|analysis|editorial|tally)"
    r"[   ](?:published |released |aired |broadcast |carried |printed )?(?:(?:on )?\w+day )?(?:by|in|from"
    r"|on|of|for)"
)


def _before(cues: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{cues})[   ]{_FILL}")


# The first that fits says how. All end where the name begins.
BEFORE: tuple[tuple[How, re.Pattern[str]], ...] = (
    (
        "according_to",
        _before(
            rf"according to(?:[   ]{_REPORT})?|laut|nach (?:angaben|informationen|berichten?)(?: der| des"
            rf"| von)?"
            r"|(?:laut|nach) einem bericht(?: in)?(?: der| des| von)?|selon|d['’]après"
            r"|as per|(?<!\w[   ])per|secondo|segundo|volgens"
            r"|según(?: publica"
            r"| recoge| informó"
            r"| publicó| informa)?"
        ),
    ),
    (
        "interview_with",
        _before(
            r"(?:interview|interviews|interviewed|conversation|gespräch|entretien|entrevista)"
            r"(?:[   ]\w+){0,3}?[   ](?:with|to|by|on|in|for|mit|à|au|avec|con|a|al|accordé à|accordé au"
            r"|concedida a)"
        ),
    ),
    (
        "quoted_by",
        _before(
            r"(?:quoted|cited|zitiert|citée?s?|citad[oa]s?)(?:[   ]as saying)?(?:[   ](?:on"
            r"|last) \w+day)?[   ](?:by|in|on|von|par|por|dans)"
        ),
    ),
    (
        "citing",
        _before(
            rf"(?:citing|quoting|cites|cited|referring to|(?:unter )?(?:berufung|verweis|bezug) auf|citant"
            rf"|citando(?: a| al)?)(?:[   ]{_REPORT})?"
        ),
    ),
    (
        "told",
        _before(
            r"(?:told|tells|telling|informed|(?:spoke|speaking|speaks|talked|talking) (?:to|with|on)"
            r"|(?:statement|e-?mail|comments?|remarks|letter|message|note)(?: \w+)? to"
            r"|said\b[^.\n“”\"]{0,60}? to"
            r"|gegenüber|(?:sagte|sagten|erklärte|bestätigte)(?: er| sie| \w+)?"
            r"|(?:déclaré|dit|confié|indiqué|expliqué|affirmé|assuré)(?:[   ]\w+)?[   ](?:à|au|aux)"
            r"|(?:dijo|declaró|explicó|afirmó|aseguró|contó|confirmó)(?:[   ]\w+)?[   ](?:a|al)"
            r"|declaraciones (?:a|al)|(?:ha detto|ha dichiarato|ha spiegato)[   ](?:a|ad|al|alla|allo)"
            r"|(?:disse|afirmou|contou)[   ](?:a|ao|à)|zei[   ]tegen|vertelde)"
        ),
    ),
    (
        "credit",
        _before(r"(?:sources?|quelle|via|fuente)[   ]?:|(?:reporting|material|files|inputs?) (?:by|from)"),
    ),
    (
        "reported",
        _before(
            r"(?:reports?|reported|writes|wrote|berichtete?n?|schreibt|schrieb|meldete?|rapporten?t?|écrit"
            r"|informa|informó|reportó|publicó|riferisce|riporta|scrive|noticiou|informou|meldt|schrijft)"
            r"|(?:reported|published|revealed|broadcast|aired|obtained|released|seen|viewed|reviewed"
            r"|verified|disclosed|printed|written|posted)"
            r"(?:[   ]\w+){0,2}?[   ](?:by|in|on|from|via)"
            r"|(?:reports?|story|article|investigation|documentary|editorial|column|op-ed|tally"
            r"|bericht|essay)(?:[   ]\w+){0,2}?[   ](?:by|in|on|from|for|der|von)"
            r"|(?:writes|wrote|writing|said|says)[   ](?:in|for)"
        ),
    ),
)

_SPEAKS = (
    r"(?:reports?|reported|says?|said|writes?|wrote|noted|notes|revealed|reveals|claims?|claimed"
    r"|estimates?|estimated|added|quotes?|quoted"
    r"|cites?|cited|published|learned|learnt|describes|described|berichte(?:te|t)?n?|schreibt|schrieb"
    r"|meldet|meldete|zitiert|zitierte"
    r"|rapporte|rapportait|écrit|affirme|révèle|a (?:rapporté|révélé|indiqué|annoncé|affirmé)|informó"
    r"|informa|publicó|señala|señaló|reportó|aseguró|riferisce|riporta|scrive|noticiou|informou|meldt"
    r"|schrijft)"
)
_REPORTED_AFTER = re.compile(
    rf"[\"”“»’']?(?:[   ]{MEDIUM}|['’‘]s[   ][^.,;\n]{{1,40}}?|,[   ][^.,;\n]{{1,40}},)?(?:[   ](?:has|had"
    rf"|have|also|first|previously|earlier|later|exclusively"
    rf"|itself|then|reportedly|on \w+day|zuerst|zunächst|bereits|schon|exklusiv|am \w+tag|d['’]abord"
    rf"|primero|per primo|per prima)){{0,3}}"
    rf"[   ]{_SPEAKS}\b|[\"”“»]?,?[   ](?:citing|quoting)\b",
    re.IGNORECASE,
)
_ACCORDING_AFTER = re.compile(r"[\"”»’'“]?[   ]zufolge\b")
_CREDIT_AFTER = re.compile(
    r"[   ](?:(?:also )?contributed (?:to this|reporting)|hat (?:zu diesem|an diesem))"
)
AFTER: tuple[tuple[How, re.Pattern[str]], ...] = (
    ("reported", _REPORTED_AFTER),
    ("according_to", _ACCORDING_AFTER),
    ("credit", _CREDIT_AFTER),
)
# The name stands in brackets: after a place at the start of a paragraph, or at a paragraph's end.
AGENCY_BEFORE = re.compile(rf"(?:^|\n)[   ]*[{_CAPITAL}][^\n()]{{1,60}}\([   ]?$|(?:^|\n)[   ]*\([   ]?$")
AGENCY_AFTER = re.compile(r"[   ]?\)[   ]*(?:--|[-–—:])")
# “HARBOUR — (AP) The dam”.
DASHED_BEFORE = re.compile(rf"(?:^|\n)[   ]*[{_CAPITAL}][^\n()]{{1,60}}[-–—][   ]*\([   ]?$")
DASHED_AFTER = re.compile(r"[   ]?\)[   ]")
SIGNED_BEFORE = re.compile(r"[.!?”\"][   ]*(?:[(\[][   ]?|[-–—][   ]*)$|(?:^|\n)[   ]*[-–—][   ]*$")
SIGNED_AFTER = re.compile(r"[   ]?[)\]]?[   ]*(?:\n|$)")
_MEDIUM_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?-i:(?P<other>[{_CAPITAL}]\w+)) (?={MEDIUM},))?(?:{MEDIUM})"
    r"(?:[   ]|(?<!television)(?<!tv)(?<!radio),[   ])[\"“„«‘'‚]?[   ]?$",
    re.IGNORECASE,
)
MEDIUM_AFTER = re.compile(rf"[\"”»’']?[   ](?:{MEDIUM})\b(?!-)(?![   ][“„«\"{_CAPITAL}])")
ARTICLE = re.compile(
    r"(?:(?<!\w)(?:the|der|die|das|dem|den|le|la|el|au|al|del|du|zur|beim|vom|im)[   ]"
    r"|l['’])[\"“„«‘'‚]?[   ]?$",
    re.IGNORECASE,
)
JOINED = re.compile(r"[\"”»’']?(?:,|,?[   ](?:and|und|et|y|or))[   ](?:the[   ]|The[   ])?[\"“„«‘'‚]?$")


def medium_before(text: str, stop: int) -> re.Match[str] | None:
    """Return the word for a medium that leads to the name at `stop`, with the name before it as `other`."""
    words = text[max(0, stop - _LEFT) : stop].rstrip("\"“„«‘'‚ ,\u00a0\u202f").rsplit(None, 1)
    if not words or not words[-1].lower().endswith(_MEDIA):
        return None
    return _MEDIUM_BEFORE.search(text, max(0, stop - _LEFT), stop)
