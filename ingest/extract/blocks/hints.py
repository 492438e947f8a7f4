"""What class names, ids and roles say an element is for: a bit for each purpose."""

from __future__ import annotations

import re
from functools import lru_cache

# Beginnings of the words in names. Words of many sites and frameworks, never of a single one.
PURPOSES: dict[str, str] = {
    "comment": "comments?$|commentlist|commenter|commentary-?list|disqus|discussions?$|repl(?:y|ies)$"
    "|respond$|"
    "livefyre|viafoura|conversations?$|feedback|reactions?$|guestbook",
    "related": "related|recirc|recommend|more$|next$|also$|trending|popular|most$|latest|outbrain"
    "|taboola|teasers?$"
    "|carousel|suggest|further|similar|other$|read(?:more|next|also)|swiper|slick|also|upnext|prev(?:ious)?$",
    "promo": "promo|newsletter|subscri|signup|signin|sign$|cta$|paywall|premium|donat|offers?$|sponsor"
    "|shop$|product"
    "|affiliate|market|banner|register|login|forms?$|campaign|buy|pric(?:e|ing)|membership|lead-?gen",
    "ad": "ads?$|advert|adv$|adsense|adsby|dfp|gpt$|google|mpu|leaderboard|billboard|commercial|adslot",
    "share": "shar(?:e|ing)|social|addthis|follow|facebook|twitter|whatsapp|toolbar|tools?$|utilit"
    "|print|e?mail$"
    "|bookmark|actions?$|ratings?$|votes?$|likes?$|sns",
    "author": "author|byline|bio$|biograph|contributor|writer|avatar|profile|about$|creator|posted$|reporter",
    "meta": "meta|dates?$|datetime|time$|timestamp|published|info$|tags?$|tagged|topics?$|categor"
    "|keywords?$|label"
    "|breadcrumbs?|kicker|eyebrow|updated|taxonom|terms?$|flag|badge",
    "media": "caption|credit|image|img|photo|pictures?$|galler|slides?$|slideshow|video|player|figure"
    "|media$|audio"
    "|lightbox|thumb",
    "foot": "foot|copyright|legal|disclaim|bottom$|colophon|contact|after$|end$",
    "nav": "nav|menu|header$|masthead|skip|search|logo|toc$|pager|pagination|anchors?$|jump|tabs?$|directory",
    "side": "sidebar|side$|rail$|widget|right$|left$|complementary|secondary|extra|module|box$|aside",
    "pop": "modal|popup|overlay|cookie|consent|gdpr|notif|alert|hidden|hide|toast|dialog|tooltip"
    "|sr-?only|screen"
    "|visually",
    "body": "article|story|body|entry|content|post$|posts$|text$|main|prose|paragraph|rich|rte|wysiwyg"
    "|single|blog"
    "|detail|news",
    "title": "title|headline|hed$|heading",
    "summary": "dek$|deck$|summary|standfirst|lead$|lede$|intro|excerpt|descript|subtitle|subhead"
    "|highlight|abstract",
    "quote": "quote|pull|blockquote|cite",
    "embed": "embed|tweet|instagram|iframe|oembed",
    "list": "list$|items?$|cards?$|grid|feed|river|stream|tiles?$|rows?$|loop|archive|collection",
    "table": "table|specs?$|chart|score|stats?$|facts?$",
    "faq": "faq|accordion|question|answer|collaps|toggle|expand",
}
NAMES = tuple(PURPOSES)
_BITS = {name: 1 << place for place, name in enumerate(NAMES)}
_WORD = re.compile("|".join(f"(?P<{name}>{words})" for name, words in PURPOSES.items()))


def bit(name: str) -> int:
    """The bit of one purpose."""
    return _BITS[name]


_CAMEL = re.compile(r"([a-z])([A-Z])")


@lru_cache(maxsize=20_000)
def hints_in(name: str) -> int:
    """The bits of all purposes that the words of `name` stand for."""
    bits = 0
    for part in re.findall(r"[a-z]+", _CAMEL.sub(r"\1 \2", name).lower()):
        found = _WORD.match(part)
        if found and found.lastgroup:
            bits |= _BITS[found.lastgroup]
    return bits
