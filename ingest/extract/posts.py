"""Posts of other platforms that a page embeds, as the platforms' own embed markup names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from lxml.etree import tostring
from lxml.html import HtmlElement

from ingest.extract.dates import parse_date
from ingest.model import Embed

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# The class of the element that a platform's embed code consists of.
_CLASSES = {
    "twitter-tweet": "x",
    "twitter-video": "x",
    "instagram-media": "instagram",
    "tiktok-embed": "tiktok",
    "bluesky-embed": "bluesky",
    "mastodon-embed": "mastodon",
    "fb-post": "facebook",
    "fb-video": "facebook",
    "text-post-media": "threads",
    "reddit-embed-bq": "reddit",
    "reddit-card": "reddit",
}
# The address of a frame that shows a post.
_FRAMES = (
    (re.compile(r"//platform\.(?:twitter|x)\.com/embed", re.I), "x"),
    (re.compile(r"//(?:www\.)?instagram\.com/(?:p|reel|tv)/[^?]+/embed", re.I), "instagram"),
    (re.compile(r"//(?:www\.)?tiktok\.com/embed", re.I), "tiktok"),
    (re.compile(r"//embed\.bsky\.app/", re.I), "bluesky"),
    (re.compile(r"//[^/?]+/@[\w.@-]+/\d+/embed", re.I), "mastodon"),
    (re.compile(r"//(?:www\.)?facebook\.com/plugins/(?:post|video)\.php", re.I), "facebook"),
    (re.compile(r"//(?:www\.)?threads\.(?:net|com)/@[^/]+/post/[^/]+/embed", re.I), "threads"),
    (re.compile(r"//t\.me/[^/]+/\d+\?(?:.*&)?embed=1", re.I), "telegram"),
    (re.compile(r"//(?:www\.)?linkedin\.com/embed/", re.I), "linkedin"),
)
_ADDRESSES = (
    "cite", "src", "data-href", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url"
)  # fmt: skip
# "— Name (@handle) date" as posts of X and Bluesky end, "A post shared by Name (@handle)" as Instagram's.
_SIGNATURE = re.compile(
    r"(?:[—–]\s*|(?:A post shared by|Une publication partagée par|Ein Beitrag geteilt von)\s+)"
    r"(?P<author>[^()@—–]{1,80}?)\s*\(\s*@(?P<handle>[\w.-]+)\s*\)\s*(?P<rest>.*)$"
)
# What an embed says in place of the post, as long as its script has not run.
_SERVICE = re.compile(
    r"(?:View (?:this|more|the) (?:post )?on|(?:Sieh|Schau) dir diesen Beitrag auf|Voir cette publication sur"
    r"|Ver esta publicación en|Ver ess[ae] (?:foto|publicação) no|Visualizza questo post su"
    r"|Dit bericht (?:op|bekijken op)|Wyświetl ten post na|Посмотреть эту публикацию в)"
    r"\s+\w+(?: an| bekijken)?\b\W*",
    re.IGNORECASE,
)
_HANDLE_IN_URL = re.compile(
    r"(?:(?:twitter|x)\.com/(?!i/|intent|hashtag|search)|tiktok\.com/@|threads\.(?:net|com)/@|t\.me/"
    r"|https?://[^/]+/@)([\w.]+)(?=[/?@]|$)"
)
_MAX_POSTS = 200


def find_posts(root: HtmlElement) -> tuple[Embed, ...]:
    """The embedded posts of a page in document order, each once, without offsets."""
    found: dict[Embed, None] = {}
    for element, platform in _embedding(root):
        found[_post(element, platform)] = None
        if len(found) >= _MAX_POSTS:
            break
    return tuple(found)


def _embedding(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in root.iter("blockquote", "div", "iframe"):
        classes = (element.get("class") or "").split()
        platform = next((_CLASSES[name] for name in classes if name in _CLASSES), None)
        if platform is None and element.tag == "iframe":
            address = element.get("src") or element.get("data-src") or ""
            platform = next((name for pattern, name in _FRAMES if pattern.search(address)), None)
        if platform:
            yield element, platform


def _post(element: HtmlElement, platform: str) -> Embed:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(tostring(element, encoding="unicode", with_tail=False), "lxml")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    whole = _SERVICE.sub("", " ".join(soup.get_text(" ").replace("\xa0", " ").split()))
    urls = tuple(dict.fromkeys(_addresses(soup)))
    signature = _SIGNATURE.search(whole)
    words = [_SERVICE.sub("", " ".join(part.get_text().split())) for part in soup.find_all("p")]
    text = " ".join(word for word in words if word and not _SIGNATURE.match(word))
    return Embed(
        start=None,
        stop=None,
        platform=platform,
        author=signature["author"].strip() if signature else None,
        handle=signature["handle"] if signature else _handle_in(urls),
        posted_on=_day(soup, signature["rest"] if signature else ""),
        text=text or (whole[: signature.start()].strip() if signature else whole),
        urls=urls,
    )


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """The addresses of the post and in it; those inside a frame's address are taken out of it."""
    for tag in soup.find_all(True):
        for name in ("href", *_ADDRESSES):
            value = str(tag.get(name) or "")
            if not value.startswith(("http://", "https://", "//")):
                continue
            inner = parse_qs(urlsplit(value).query).get("href") if tag.name == "iframe" else None
            yield inner[0] if inner else value


def _handle_in(urls: tuple[str, ...]) -> str | None:
    return next((found[1] for url in urls if (found := _HANDLE_IN_URL.search(url))), None)


def _day(soup: BeautifulSoup, rest: str) -> date | None:
    """The day of the post: in its `<time>`, in the text of its last link, or after its signature."""
    times = [str(tag.get("datetime") or tag.get_text(" ")) for tag in soup.find_all("time")]
    links = [tag.get_text(" ") for tag in soup.find_all("a")][-1:]
    for stated in (*times, *links, rest):
        found = parse_date(stated.rpartition("·")[2].strip())
        if found:
            return found.date()
    return None
