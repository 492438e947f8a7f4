"""Credits: who took the picture, who reported and edited, who printed the text first."""

from __future__ import annotations

import re

from ingest.clean.blocks.byline import bylines
from ingest.clean.blocks.captions import captions
from ingest.clean.engine.lines import Line
from ingest.clean.engine.rule import Finder, Pattern, Rule
from ingest.model import Kind, Notice

KIND: Kind = "credit"

_AGENCY = (
    r"(?:afp|ap|ap photo|associated press|the associated press|reuters|getty|getty images|gettyimages|epa"
    r"|epa-efe|efe|dpa|pa|pa images|pa wire|pa media"
    r"|afp/getty|afp via getty images|afp/getty images|shutterstock|istock|istockphoto|alamy|bloomberg"
    r"|bloomberg via getty images|xinhua|tass|ria novosti|anadolu|anadolu agency|keystone|apa|ansa|imago"
    r"|imago images|picture alliance|pixabay|unsplash|pexels|adobe stock|wikimedia|wikimedia commons|zuma"
    r"|zuma press|sipa|sipa usa|upi|cnn|nbc news|nasa|rex|rex features|file photo|file|handout|courtesy photo"
    r"|contributed photo|stock photo|stringer|contributor|scanpix|ntb|tt|ritzau|čtk|čtk/ap|profimedia|pap"
    r"|lusa|belga|anp|kyodo|yonhap|jiji)"
)
_PHOTO_NAME = re.compile(
    r"^\W*(?:[\w ]{0,24}?\b(?:photo|photograph|image|picture|pic|video|illustration|graphic|foto|bild|fotos"
    r"|photos|images)s?\b)?\s*"
    r"(?:(?:credits?|sources?|courtesy(?: of)?|copyright|by|via|quelle|agency"
    r"|nachweis)\b)?[\s:：/|©]*(?:by\s+)?"
    r"(?P<name>[^\W\d_].{1,90}?)\)?\.?$",
    re.IGNORECASE,
)
_ORIGIN_NAME = re.compile(
    r"\b(?:published|appeared|posted|ran|republished|printed|reprinted|provided|produced"
    r"|distributed)\b(?:\s+\w+){0,3}?\s+(?:in|on|by|at|from|with permission "
    r"from)\s+(?:the\s+(?=[a-z]))?(?P<name>[^\W\d_][^,;()]{1,60}?)(?:\s+(?:and|under|with|on|in|at|as)\s.*"
    r"|[,;(].*|\.?$)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\b(?:www\.)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,3}[a-z]{2,24})\b", re.IGNORECASE)


def _photo(line: Line) -> Notice:
    match = _PHOTO_NAME.search(line.text)
    name = match["name"].strip(" :-–—|)(") if match else line.text.strip(" ()[]-–—|")
    return Notice(line.start, line.stop, "photo", name=name or None)


def _origin(line: Line) -> Notice:
    match = _ORIGIN_NAME.search(line.text)
    domain = _DOMAIN.search(line.text)
    return Notice(
        line.start,
        line.stop,
        "origin",
        name=match["name"].strip() if match else None,
        domain=domain[1].lower() if domain else None,
    )


RULES: tuple[Rule, ...] = (
    Finder(captions, "credit-caption"),
    Finder(bylines, "credit-byline"),
    Pattern(
        rule="credit-photo",
        reason="The line credits a picture: it opens with a word such as “photo” and a mark, then a name.",
        pattern=(
            r"(?:(?:main|cover|lead|top|header|featured|feature|title|banner|thumbnail|file|stock"
            r"|illustrative|representative|front|hero)? ?"
            r"(?:photo|photos|photograph|photographs|image|images|picture|pictures|illustration|screenshot"
            r"|screengrab|screen grab|artwork|thumbnail)"
            r"(?: ?(?:source|sources|credit|credits|courtesy|copyright|by|credited to|provided by|courtesy of"
            r"|via|agency|from))?"
            r" ?(?:[:：©]| \| ) ?[^\W\d].*"
            r"|(?:photo|photos|photograph|photographs|image|images|picture|pictures|video|illustration"
            r"|illustrations|graphic|graphics|screenshot|artwork|footage|map|chart) (?:source|credit|credits"
            r"|courtesy|copyright|by|courtesy of|provided by)\b ?[:：]? ?\S.*"
            r"|(?:photo|image|picture) (?:via|from) \S+(?: \S+){0,2}$|(?:photo )?credits? ?[:：](?: "
            r"?\S+){1,9}$"
            r"|courtesy(?: of)? ?[:：] ?\S.*"
            r"|(?:foto|fotos|bildquelle|bildnachweis|bildrechte|symbolbild|symbolfoto|titelbild|fotografie"
            r"|fotografía|zdjęcie|fot|crédit photo|crédits photo|crédit|photo d'illustration|crédito|créditos"
            r"|foto de archivo|reprodução|divulgação|фото|写真|画像|사진)\.? ?[:：©/] ?[^\W\d].*"
            r"|bild ?[:：©] ?[^\W\d].*)"
        ),
        max_words=22,
        notice=_photo,
    ),
    Pattern(
        rule="credit-agency",
        reason="The whole line is the name of a picture agency, with or without a photographer.",
        pattern=(
            rf"(?:(?:via |by |photo |image |(?:source|quelle|fonte|fuente|źródło|zdroj|kilde|källa|источник"
            rf"|bild|foto) ?: ?)?{_AGENCY}(?: ?[/,|&-] ?(?:{_AGENCY}|[^\W\d_][\w.'-]+(?: "
            rf"[^\W\d_][\w.'-]+){{0,3}}))*"
            rf"|(?:[^\W\d_][\w.'-]+(?: [^\W\d_][\w.'-]+){{0,3}} ?(?:/|,|\||via| for| -) ?)(?:the "
            rf")?{_AGENCY}(?: ?[/,|] ?{_AGENCY})*)(?: (?:photo|images?|file photo|file))?$"
        ),
        max_words=9,
        notice=_photo,
    ),
    Pattern(
        rule="credit-staff",
        reason="The line names who reported, wrote or edited the text.",
        pattern=(
            r"(?:(?:additional )?(?:reporting|writing|editing|compiled|written|edited|translation"
            r"|translated|reported"
            r"|with (?:additional )?reporting) (?:and (?:reporting|writing|editing|graphics) )?(?:by|from)\b"
            r"(?:.*\b(?:editing|edited|writing|additional)\b.*|(?: \S+){1,7}$)"
            r"|with (?:files|inputs?|agency inputs?|reports?|information) (?:by|from)(?: \S+){1,9}$"
            r"|.{3,160}\bcontributed (?:to this (?:report|story|article|post|dispatch|piece)\b.{0,60}"
            r"|(?:reporting|research|additional reporting)\b(?: (?:to|for) this [\w ]{4,20}"
            r"| from [\w ]{3,30})?)$"
            r"|this (?:story|article|post) (?:was|has been) (?:compiled|edited|translated|automatically "
            r"generated"
            r"|generated) (?:by|from|with|using)\b.{0,120}$)"
        ),
        words=(
            "contributed reporting writing editing edited written compiled translated translation reported "
            "files "
            "inputs input reports information generated"
        ),
        max_words=40,
    ),
    Pattern(
        rule="credit-wire",
        reason="The line names the agencies that the text draws on.",
        pattern=(
            r"(?:(?:mit material von|mit informationen von|quellen?:?|agenturmaterial:?) .{0,40}"
            r"\b(?:dpa|afp|reuters|apa|sda|kna|epd|ap)\b.{0,30}$"
            r"|(?:avec|con|com|met|z|s) (?:afp|reuters|ap|efe|lusa|ansa|belga|anp|pap|čtk|información de "
            r".{2,30}"
            r"|informações d.{2,30}|informations? d.{2,30})$"
            r"|(?:dpa|afp|reuters|apa|sda|kna|epd|ap|sid|dpa-afx|dts|ots|efe|ansa|pap|čtk|lusa|ntb|tt|ritzau"
            r"|belga|anp)(?:[/,; ]+(?:dpa|afp|reuters|apa|sda|kna|epd|ap|[a-zäöü]{2,4})){0,4}$)"
        ),
        max_words=10,
    ),
    Pattern(
        rule="credit-origin",
        reason="The line says where the text appeared first.",
        pattern=(
            r"this (?:\w+ ){0,2}?(?:article|story|post|piece|report|essay|column|content|commentary"
            r"|op-ed|interview"
            r"|version) (?:(?:has been|is|was|were) )?(?:originally|first) \w+\b.{0,160}$"
            r"|this (?:\w+ ){0,2}?(?:article|story|post|piece|essay|column|content|commentary|op-ed) "
            r"(?:has been |is |was )?"
            r"(?:re-?published|reprinted|syndicated|reproduced|provided|distributed) (?:here )?(?:by|from"
            r"|with|on|in|under)\b"
            r".{0,160}$"
            r"|(?:este|esta|cet|cette|ce|dieser|questo|ten|dit|denne) (?:artículo|nota|artigo|matéria"
            r"|texto|artikel|beitrag"
            r"|text|texte|article|articolo|testo|artykuł|tekst)\b.{0,40}?\b(?:originalmente|primero|por "
            r"primera vez|zuerst"
            r"|ursprünglich|im original|initialement|d'abord|originariamente|per la prima volta|pierwotnie"
            r"|oorspronkelijk|eerst)\b.{0,140}$"
            r"|(?:originally|first) (?:published|appeared|posted|printed)\b.{0,140}$|(?:republished|reprinted"
            r"|reproduced|syndicated) (?:with|by|from|under|courtesy)\b.{0,140}$"
            r"|(?:the post|the article|der beitrag|l'article|la entrada) .{3,160}(?:appeared first on|first "
            r"appeared on|erschien zuerst (?:auf|bei)|est apparu en premier|se publicó primero en)\b.{0,80}$"
            r"|read (?:the|this) original (?:article|story|post)?.{0,60}$|view original (?:article|post"
            r"|content).{0,60}$|(?:originalartikel|article original|artículo original|original article"
            r"|original source) ?:.{0,120}$"
        ),
        words=(
            "appeared published republished reprinted syndicated reproduced original originally "
            "originalartikel erschien erschienen veröffentlicht publicado publicada publicou parue "
            "paru publié publiée pubblicato apareció verscheen ukazał publicó provided produced "
            "distributed"
        ),
        max_words=40,
        notice=_origin,
    ),
)
