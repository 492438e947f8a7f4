"""Sentences of a story that happen to open like boilerplate.

Many rules end openly: after “supported by” anything may follow. A line that closes with a full stop
and tells of others, without a word to the reader or about the site, is a sentence of the story.
"""

from __future__ import annotations

import re

from ingest.clean.engine.lines import Line

_ATTRIBUTION = re.compile(
    r"\b(?:said|says|say|wrote|writes|told|tells|urged|urges|asked|asks|added|adds|warned|warns|argued|argues"
    r"|admitted|insisted|recalled|joked|shouted|replied|answered|ruled|announced|promised|called|claimed"
    r"|claims|explained|explains|stated|noted|read the (?:sign|banner|note|letter|poster)"
    r"|sagt|sagte|sagten|teilte|erklärte|erklärt|schrieb|schreibt|betonte|forderte|meinte|berichtete|warnte"
    r"|rief|fragte|stand auf"
    r"|a (?:déclaré|dit|affirmé|expliqué|écrit|ajouté|indiqué|annoncé|lancé|demandé|averti)|ont (?:dit|écrit"
    r"|déclaré)|déclare|affirme|explique|écrit|selon|disait|dit-(?:il|elle|on)|ajoute"
    r"|dijo|dijeron|dice|dicen|afirmó|aseguró|escribió|explicó|añadió|anunció|pidió|advirtió|declaró|según"
    r"|señaló|informó|gritó)\b"
)
_SITE = re.compile(
    r"https?:|www\.|@|\w\.(?:com|org|net|example|de|fr|es|co|io|info)\b|©"
    r"|\b(?:your|our|us|we|please|my|me|ihre?[nmrs]?|uns(?:ere?[nmrs]?)?|wir|dein(?:e[nmrs]?)?"
    r"|votre|vos|nous|notre|nos|vous|tu|tus|nuestr[oa]s?|nosotros)\b"
    r"|\byou (?:can|may|must|agree|have|are|will (?:receive|get))\b"
    r"|\b(?:this|the above|the original) (?:[\w-]+ )?(?:articles?|story|post|piece|report|essay|column"
    r"|content"
    r"|commentary|op-ed|interview|version|page|site|website|video|ad|advertisement|dispatch|material)\b"
    r"|\b(?:newsletters?|e-?mails?|inbox|unsubscribe|subscribers?|subscripti\w+|subscribing|briefing"
    r"|digest|alerts|headlines|log(?:ged)? ?in|sign(?:ed)? ?in|javascript"
    r"|cookies?|browser|journalism|newsroom|affiliate|patreon|paypal|paywall|apps?|app store|google play"
    r"|creative commons|licen[sc]e|permission|akismet|moderated|moderation|podcast|click here|premium"
    r"|appeared first on|contributed reporting|contributed additional|(?:of|by) the (?:\w+ )?authors?"
    r"|author's|columnists?"
    r"|account|donate|cancel any ?time|become an? (?:\w+ ){0,2}(?:member|supporter)(?! of)|unlock|website"
    r"|permissions?|advertisement|syndicat\w+|data (?:are|is) delayed"
    r"|abonn\w*|anmeld\w*|kostenlos\w*|anzeige|werbung|inhalte?|datenschutz\w*|artikel|beitrag|redaktion"
    r"|publicité|publié|cet article|l'article|compte|contenu|boletín|suscr\w+|cuenta|publicidad|artículo"
    r"|nota|gratis"
    r"|contenido|periodismo|socios?)\b"
)
_CLAUSE = re.compile(
    r", (?:and )?(?:the|a|an|his|her|its|their|it|he|she|they|both|der|die|das|ein|eine|sein|seine|er|es"
    r"|le|la"
    r"|les|un|une|son|sa|ses|il|elle|ils|el|los|las|una|su|sus)\b|, l'"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|did|does|shows?|shown|came|went|made|took|left"
    r"|became|began|begins|ends|drew|won|lost|fell|rose|grew|got|gave|stood|ran|found|kept|led|met|sold"
    r"|brought"
    r"|gelang|nahm|blieb|stand|ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kam|ging|zeigt|zeigen|bleibt"
    r"|est|sont|était|étaient|ont|avait|sera|seront|fut|montre|montrent"
    r"|es|son|era|eran|fue|fueron|ha|han|había|será|serán|muestra|muestran)\b"
)
_COMMON = re.compile(
    r"\b(?:the|of|a|an|and|to|in|on|for|with|that|der|die|das|und|den|dem|mit|von|auf|im|zu|le|la|les|des"
    r"|du|et"
    r"|dans|pour|sur|el|los|las|del|y|en|con|por|para|que|de)\b"
)
_WORDS = 5
_LOWER_SHARE = 0.6


def tells(line: Line) -> bool:
    """Whether the line is a sentence of a story: reported speech, or a statement about others."""
    if not line.ends_sentence or line.text[-1] in "!?":
        return False
    if reports_speech(line):
        return True
    if line.words < _WORDS or _SITE.search(line.folded):
        return False
    return bool(_CLAUSE.search(line.folded) or _FINITE.search(line.folded)) or _mostly_lower(line)


def reports_speech(line: Line) -> bool:
    """Whether the line closes like a sentence and somebody speaks in it."""
    return line.ends_sentence and has_speech_verb(line)


def has_speech_verb(line: Line) -> bool:
    """Whether a verb of speech stands in the line."""
    return bool(_ATTRIBUTION.search(line.folded))


def _mostly_lower(line: Line) -> bool:
    words = line.text.split()
    lower = sum(word[0].islower() for word in words)
    return lower >= _LOWER_SHARE * len(words) and len(_COMMON.findall(line.folded)) >= 2
