"""Copyright footers: who owns the text and what nobody may do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page, as_written
from ingest.clean.engine.rule import Finder, Found, Hits, Rule
from ingest.clean.engine.sentence import reports_speech
from ingest.model import Kind, Notice

KIND: Kind = "copyright"

_MARK = r"(?:©|\(c\)|&copy;|ⓒ|\bcopyright\b|\bcopyrighted\b|\bcopr\.)"
_RIGHTS = (
    r"all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa "
    r"zastrzeżone"
    r"|všechna práva vyhrazena|alle rettigheter (?:forbeholdt|reservert)|alla rättigheter (?:förbehållna"
    r"|reserverade)"
    r"|все права защищены|جميع الحقوق محفوظة|無断転載|无断转载|転載を禁じ|版权所有(?!者|权)|무단 ?전재"
)
_FORBIDS = (
    r"(?:may|must|can) ?not be (?:published|reproduced|copied|republished|redistributed|used|distributed"
    r"|reprinted)"
    r"|(?:unauthori[sz]ed|any) (?:use|reproduction|duplication|copying|distribution|republication).{0,120}"
    r"(?:prohibited|forbidden|not permitted|not allowed|infringement)"
    r"|(?:reproduction|duplication|republication|redistribution|copying).{0,120}(?:prohibited|forbidden|not "
    r"permitted|without (?:\w+ ){0,4}(?:permission|consent))"
    r"|without (?:the )?(?:express|prior|explicit)(?:,? (?:and )?(?:prior |written |express "
    r"))*.{0,20}(?:permission|consent|approval|authori[sz]ation)"
    r"|(?:weiterverbreitung|vervielfältigung|nachdruck|verwendung).{0,80}(?:genehmigung|gestattet|untersagt"
    r"|verboten)"
    r"|reproduction (?:interdite|sans autorisation)|toute reproduction.{0,60}interdite"
    r"|prohibida (?:la|su) reproducción|proibida a reprodução|é proibida|riproduzione (?:riservata|vietata)"
    r"|(?:kopiowanie|rozpowszechnianie).{0,80}(?:zabronione|zgody)|перепечатка.{0,80}(?:запрещ|разреш)"
)
_RESERVES, _FORBIDDEN, _MARKED = re.compile(_RIGHTS), re.compile(_FORBIDS), re.compile(_MARK)
_WORDS = as_written(
    "© (c) &copy; copyright copyrighted copr. reserved permission consent prohibited forbidden "
    "infringement unauthorized "
    "unauthorised reproduced reproduction republished redistributed redistribution duplication vorbehalten "
    "untersagt gestattet "
    "genehmigung réservés interdite reservados reproducción reprodução riservati riservata vietata "
    "voorbehouden zastrzeżone "
    "zabronione vyhrazena reservert forbeholdt reserverade förbehållna защищены перепечатка nachdruck "
    "محفوظة".split()
)
_MARKS = ("©", "ⓒ", "無断", "无断", "転載", "版权", "무단")
_OPENS_WITH_MARK = re.compile(rf"(?:copyright\W{{0,3}})?{_MARK}")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b")
_DOMAIN = re.compile(
    r"(?<![@.\w-])(?:www\.)?((?:[a-z0-9](?:[a-z0-9-]{0,40})\.){1,3}[a-z]{2,24})\b", re.IGNORECASE
)
_OWNER = re.compile(
    r"(?:©|\(c\)|ⓒ|&copy;|copyright(?:ed)?\b|\bby\b)[\s:]*(?:(?:copyright\b|©|\(c\)|by\b)[\s:]*)*"
    r"(?:(?:19|20)\d\d[\s,–-]*)*(?:by\s+)?"
    r"(?P<name>(?=\d*\s?[^\W\d_])[^\W_][^.,|·∙•©()\n]{1,60}(?:\.(?:com|org|net|[a-z]{2,3})\b)?)",
    re.IGNORECASE,
)
_NOT_OWNER = re.compile(
    r"\b(?:all rights|alle rechte|tous droits|todos|tutti|unauthori[sz]ed|may not|wszelkie|všechna|licensed"
    r"|and www\b).*|[\s,]*\b(?:19|20)\d\d\W*$|[™®]",
    re.IGNORECASE,
)
_SIGN = r"©|\(c\)|&copy;|ⓒ"
_SIGNED = re.compile(_SIGN)
_OPENS_LIKE_FOOTER = re.compile(rf"\W*(?:{_SIGN}|copyright\W*(?:{_SIGN}|by\b|(?:19|20)\d\d\b))")
_CLOSES_WITH_YEAR = re.compile(rf"(?:{_SIGN})\s?(?:19|20)\d\d$")
_THIS = re.compile(
    r"(?:this|these|no part|all|any|unauthori[sz]ed|reproduction|materials?|contents?"
    r"|the (?:contents?|materials?|texts?|information) (?:of|on|in) this)\b"
)
_STRICT = re.compile(
    r"permission|consent|prohibited|forbidden|approval|authori[sz]ation|infringement"
    r"|(?:published|broadcast|rewritten|redistributed|reproduced|copied|republished|distributed"
    r"|reprinted).{1,80}"
    r"(?:published|broadcast|rewritten|redistributed|reproduced|copied|republished|distributed|reprinted)"
)
_TEXT = re.compile(r"\b(?:materials?|contents?|article|site|website|publication|page|report|text|part of)\b")
_NAMES_A_WORK = re.compile(r"copyright (?:19|20)\d\d,? (?:is|was|has|had|will|opens|tells|runs)\b")
_REASON = "The line is a copyright footer: {why}."
_LIMIT = 130


def _footers(page: Page, hits: Hits) -> Iterator[Found]:
    for at in sorted(page.lines_with(_WORDS, _MARKS)):
        line = page.lines[at]
        why = _footer(line) if len(line.text) < 1500 else None
        if why:
            yield Found(
                line.start, line.stop, KIND, "copyright-footer", _REASON.format(why=why), notice=_notice(line)
            )
        elif line.index == len(page.lines) - 1 and (tail := _tail(line)) is not None:
            yield tail


def _footer(line: Line) -> str | None:
    """What convinced us that the whole line is a footer, or None."""
    folded = line.folded
    if line.words > _LIMIT or _NAMES_A_WORK.match(line.key):
        return None
    signed = bool(_SIGNED.search(folded))
    if not signed and reports_speech(line):
        return None
    opens = bool(_OPENS_WITH_MARK.match(line.key) or _OPENS_WITH_MARK.match(folded))
    reserved = _RESERVES.search(folded)
    rights = reserved is not None and (signed or not _goes_on(folded[reserved.end() :]))
    year = bool(_YEAR.search(folded))
    if '"' in folded and not opens:
        return None
    # The search for prohibitions costs most and comes last: most footers are known without it.
    if opens and (rights or (year and _OPENS_LIKE_FOOTER.match(line.key)) or bool(_FORBIDDEN.search(folded))):
        return "it opens with the copyright mark and has a year or reserves rights"
    if opens and line.words <= 8 and not line.ends_sentence and not folded.startswith("copyright"):
        return "it opens with the copyright mark and names an owner"
    if signed and _CLOSES_WITH_YEAR.search(folded) and line.words <= 8:
        return "it closes with the copyright mark and a year"
    forbids = bool(_FORBIDDEN.search(folded))
    marked = bool(_MARKED.search(folded))
    if rights and (line.words <= 12 or marked or forbids):
        return "it reserves all rights"
    if forbids and signed:
        return "it has the copyright mark and forbids copying"
    if _STRICT.search(folded) and forbids and _THIS.match(line.key) and _TEXT.search(folded):
        return "it forbids to copy this text"
    if year and marked and line.words <= 14 and not line.ends_sentence and "|" in folded:
        return "it has the copyright mark, a year and the separators of a page footer"
    return None


def _goes_on(rest: str) -> bool:
    """Whether a sentence follows the words: they are quoted or told of, as on a plaque."""
    words = rest.strip(" .|·-–—©").split()
    if rest.startswith("を禁"):
        return False
    return rest[:1] in (",", ":", "を", "が", "の") and (len(words) > 2 or not rest.isascii())


def _tail(line: Line) -> Found | None:
    """A footer that closes a long last line, as in a text whose line breaks are lost."""
    at = max(line.text.rfind("©"), line.text.rfind("Copyright ©"), line.text.rfind("(c) "))
    if at <= 0 or len(line.text) - at > 700:
        return None
    before = line.text[:at].rstrip()
    if before.endswith("Copyright"):
        at, before = len(before) - 9, before[:-9].rstrip()
    if not before.endswith((".", "!", "?", "”", '"', "…")) or before.count('"') % 2:
        return None
    piece = Line(line.index, line.start + at, line.text[at:], 0)
    why = _footer(piece)
    if why is None:
        return None
    return Found(
        piece.start,
        piece.stop,
        KIND,
        "copyright-tail",
        f"The text ends with a copyright footer: {why}.",
        notice=_notice(piece),
    )


def _notice(line: Line) -> Notice:
    year = _YEAR.search(line.text)
    domain = _DOMAIN.search(line.text)
    owner = _OWNER.search(line.text)
    name = _NOT_OWNER.sub("", owner["name"]).strip(" -–—:;|,") if owner else ""
    return Notice(
        line.start,
        line.stop,
        "copyright",
        name=name or None,
        domain=domain[1].lower() if domain else None,
        year=int(year[0]) if year else None,
    )


RULES: tuple[Rule, ...] = (Finder(_footers, "copyright-footer copyright-tail"),)
