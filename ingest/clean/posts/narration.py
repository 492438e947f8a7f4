"""Sentences that tell what happened to others, as reports do, told by the words that carry the past tense.

A short line without any sign of a post may be either; such a word makes it a line of the article. Function
words and endings of a dozen languages stand for a grammar: the aim is to keep a sentence, not to parse it.
"""

from __future__ import annotations

import re

_IRREGULAR = (
    "was|were|had|has|have been|did|came|went|took|got|made|put|left|fell|rose|won|lost|ran|began|stood|held"
    "|kept|sat|gave|threw|broke|drove|led|met|paid|sent|told|found|felt|spent|struck|shot|brought|bought|knew"
    "|saw|spoke|wore|hit|died|became|grew|drew|flew|built|caught|sold|taught|thought|understood"
    "|continues|remains|follows|is expected|are expected|is due"
    # German, Dutch, the Nordic languages
    "|war|waren|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|blieb|blieben|gab|starb|fuhr|stand|lag|fiel"
    "|verlor|gewann|werd|werden|kwam|was|waren|had|hadden|bleef|stierf|var|blev|ble|hade"
    "|hadde|havde|gick|gikk|kom|fikk|fick"
    # Romance languages
    "|fue|fueron|era|eran|estaba|había|tuvo|hubo|hizo|foi|foram|estava|tinha|houve|fez|fu|furono|aveva"
    "|erano|était|étaient|avait|avaient|fut|furent"
)
_PERFECT = (
    r"(?:est|sont|ont|s’est|s'est)\s(?:\w+\s)?\w+(?:é|i|u|is|it|rt)e?s?\b|\ba\s\w+é\b"
    r"|\b(?:ha|han|è|sono|hanno)\s\w+(?:ado|ido|cho|sto|ato|ito|uto|ata|ita|uta|ati|iti|uti|rto|so)\b"
    r"|\b(?:ist|sind|hat|haben|is|heeft|hebben)\s(?:\w+\s){0,6}ge\w+(?:t|en|d)\b"
)
_ENDINGS = (
    r"\w{2,}(?<!ne)ed\b(?<!\bindeed)|\w{3,}(?:ó|aron|ieron|ou|aram|eram|arono|irono)\b"
    r"|(?!heute\b|bitte\b|beste\b|letzte\b|nächste\b)\w{2,}(?:[bdfgklmnrsßt]te|[bdfgklmnrsßt]ten|ade|ede)\b(?=\s)"
    r"|\w{2,}(?:ł|ła|ło|ły|ęli|ali|л|ла|ло|ли|лся|лась)\b"
)
# Whom a report speaks of when it passes from one post to the next.
_OTHERS = (
    r"(?:He|She|They|Others|Another|Some|Many|Several|One|Er|Andere|Einige|Viele|Il|Elle|Ils|Elles|Certains"
    r"|D[’']autres|Él|Ella|Ellos|Otros|Otra|Otro|Algunos|Muchos|Ele|Ela|Outros|Alguns|Altri|Alcuni|Molti"
    r"|Hij|Zij|Anderen|Sommigen|Velen|Inni|Niektórzy|Andra|Andre|Några|Noen)\b"
)
# Whom the line before a post speaks of: those who react, and what they react with.
_CROWD = (
    r"(?i:fans?|people|users?|viewers?|critics|followers|readers|everyone|everybody|the internet|twitter"
    r"|social media|tweets?|posts?|videos?|clips?|reactions?|comments?|nutzer|leute|netz|kommentare"
    r"|internautes|réactions|réseaux|usuarios|redes|reacciones|internautas|reações|utenti|reazioni|mensen|kijkers|reacties"
    r"|internauci|komentarze)\b"
)
# With a capital letter, at the start of a sentence, most of these words are others: “Was für ein Tag!”
_NARRATES = re.compile(rf"^{_OTHERS}|\b{_CROWD}|\b(?:{_IRREGULAR}|{_PERFECT}|{_ENDINGS})\b")


def narrates(text: str) -> bool:
    """Whether `text` speaks of others and how they react, of the past, or of what is to come."""
    return _NARRATES.search(text) is not None
