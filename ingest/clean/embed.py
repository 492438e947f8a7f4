"""Posts of other platforms inside the article, flattened to plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Line, Page
from ingest.clean.engine.rule import Finder, Found, Hits, Pattern, Phrases, Rule
from ingest.clean.posts.addresses import address_posts
from ingest.clean.posts.dates import read_date
from ingest.clean.posts.post_lines import SURE, post_characters
from ingest.clean.posts.post_start import first_line
from ingest.clean.posts.signature import Signature, is_only_date, read_signature
from ingest.clean.posts.stamped import dated_posts, stamped_posts
from ingest.clean.posts.unsigned import pictured_posts, reddit_posts, watch_links
from ingest.model import Embed, Kind

KIND: Kind = "embed"

_URLS = re.compile(r"https?://[^\s<>\"”]+|\bpic\.(?:twitter|x)\.com/\w+")
_SIGNED = "A post that ends with its signature, “{signature}”, and starts where the article's own lines stop."


def _network_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Posts by their signatures, and by the address of a picture where there is no signature."""
    signed = list(_signed_posts(page, hits))
    yield from signed
    yield from pictured_posts(page, signed)


def _signed_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Posts that close with `— Name (@handle) date`, in a line of its own or at the end of the last line."""
    if "(@" not in page.text:
        return
    floor = 0
    for line in page.lines:
        signature = read_signature(line.text)
        if signature is not None:
            yield _post(page, line, signature, floor)
            floor = line.index + 1
        elif line.index in hits and line.text[0] != "#" and not SURE.search(line.text):
            floor = line.index + 1


def _post(page: Page, line: Line, signature: Signature, floor: int) -> Found:
    own = line.text[: signature.offset].strip()
    if own and post_characters(own) > 560:
        start = line.start + _last_sentence(line.text, signature.offset)
    else:
        start = page.lines[first_line(page, line, floor, own=post_characters(own))].start
    words = page.text[start : line.start + signature.offset].strip()
    dated = _date_below(page, line, signature)
    stop = dated.stop if dated else line.stop
    embed = Embed(
        start,
        stop,
        signature.platform,
        author=signature.author,
        handle=signature.handle,
        posted_on=read_date(dated.text) if dated else signature.posted_on,
        text=words,
        urls=tuple(_URLS.findall(words)),
    )
    reason = _SIGNED.format(signature=line.text[signature.offset :])
    return Found(start, stop, KIND, f"embed-{signature.platform}", reason, embed=embed)


def _date_below(page: Page, line: Line, signature: Signature) -> Line | None:
    """The line below a signature without a date that holds the date and no more."""
    below = page.lines[line.index + 1] if line.index + 1 < len(page.lines) else None
    if below is None or signature.posted_on is not None or read_date(below.text) is None:
        return None
    return below if is_only_date(below.text) else None


def _last_sentence(text: str, stop: int) -> int:
    """Where the last sentence before `stop` starts, in a line that holds the article as well."""
    body = text[:stop].rstrip()
    link = re.search(r"\s*(?:(?:https?://|pic\.)\S+\s*)+$", body)
    head = body[: link.start()] if link else body
    breaks = [match.end() for match in re.finditer(r"[.!?…][\"”’]?\s+", head[:-1])]
    return breaks[-1] if breaks else stop


_SHARED = re.compile(
    r"(?:A post shared by|Ein Beitrag geteilt von|Une publication partagée par|Una publicación compartida "
    r"(?:por|de)"
    r"|(?:Uma )?publicação compartilhada por|Un post condiviso da|Een bericht gedeeld door|Post udostępniony "
    r"przez"
    r"|Příspěvek sdílený|Et innlegg delt av|Ett inlägg delat av|Публикация от|Posted by|Post "
    r"by)\s+(?P<author>.{0,80}?)\s*"
    r"(?:\(?(?P<handle>@[\w.]{1,40}(?:@[\w.-]+)?)\)?)?(?P<rest>(?:\s+(?:on|am|le|el|em|il|op"
    r"|den)\s.{0,60})?)$"
)
_VIEW = re.compile(
    r"(?:View this post on (?P<net>\w+)|(?:Sieh|Schau) dir diesen Beitrag auf (?P<de>\w+) an|Voir cette "
    r"publication sur (?P<fr>\w+)"
    r"|Ver esta publicación en (?P<es>\w+)|Ver essa (?:foto|publicação) no (?P<pt>\w+)|Visualizza questo "
    r"post "
    r"su (?P<it>\w+)"
    r"|Dit bericht (?:op|bekijken op) (?P<nl>\w+)(?: bekijken)?|Wyświetl ten post na (?P<pl>\w+)|Посмотреть "
    r"эту публикацию в (?P<ru>\w+)"
    r"|この投稿を(?P<ja>\w+)で見る)\W*$",
    re.IGNORECASE,
)
_NEAR = 10
_AUTHOR_WORDS = 8
_SHARED_CHARACTERS = 220
# The first words of the two expressions above, for a quick look.
_OPENERS = tuple(
    "A post|Ein B|Une p|Una p|Uma p|publ|Publ|Un post|Een b|Post|Př|Et inn|Ett inl|Публ|View|Sieh|Schau"
    "|Voir|Ver |Visu|Dit b|Wyśw|Посм|この投".split("|")
)


def _shared_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """Instagram and Facebook: from `View this post on …` to `A post shared by …`."""
    opened: Line | None = None
    floor = 0
    for line in page.lines:
        if len(line.text) > _SHARED_CHARACTERS or not line.text.startswith(_OPENERS):
            continue
        if _VIEW.match(line.text):
            opened = line
        elif match := _SHARED.match(line.text):
            if _names_author(line, match, opened):
                yield _shared(page, opened, line, match, floor)
            opened, floor = None, line.index + 1


def _names_author(line: Line, match: re.Match[str], opened: Line | None) -> bool:
    """Whether the line says who shared a post, and perhaps when, and no word more."""
    if len(match["author"].split()) > _AUTHOR_WORDS or (match["rest"] and not is_only_date(match["rest"])):
        return False
    near = opened is not None and line.index - opened.index <= _NEAR and not line.ends_sentence
    return bool(match["handle"] or match["rest"]) or near


def _shared(page: Page, opened: Line | None, line: Line, match: re.Match[str], floor: int) -> Found:
    view = opened if opened is not None and line.index - opened.index <= _NEAR else None
    first = view or page.lines[first_line(page, line, floor, named=False)]
    unnamed = "facebook" if line.text.startswith("Post") else "instagram"
    platform = _platform(view) if view else unnamed
    words = page.text[view.stop if view else first.start : line.start].strip()
    handle = match["handle"]
    embed = Embed(
        first.start,
        line.stop,
        platform,
        author=match["author"].strip(" (") or None,
        handle=handle[1:] if handle else None,
        posted_on=read_date(match["rest"]),
        text=words,
        urls=tuple(_URLS.findall(words)),
    )
    reason = f"The lines are what an embedded post leaves behind; they end with “{line.text}”."
    return Found(first.start, line.stop, KIND, f"embed-{platform}", reason, embed=embed)


def _platform(line: Line) -> str:
    match = _VIEW.match(line.text)
    return next((name.lower() for name in match.groups() if name), "instagram") if match else "instagram"


_TIKTOK = re.compile(r"(?P<post>.{0,600}?)\s?♬ (?P<sound>[^.!?]{1,120})$")
# Without a handle, the sound must say whose it is.
_NAMED_SOUND = re.compile(
    r"^\W*(?:original sound|originalton|(?:son|sonido|som) original|suono originale|origineel geluid"
    r"|оригинальный звук)\b|\S [-–—] \S",
    re.IGNORECASE,
)


def _tiktoks(page: Page, hits: Hits) -> Iterator[Found]:
    """TikTok: `@handle`, the caption, then the sound after a note sign."""
    if "♬" not in page.text:
        return
    for line in page.lines:
        if len(line.text) < 900 and (match := _TIKTOK.match(line.text)):
            first = _tiktok_start(page, line, match["post"])
            words = page.text[first.start : line.start + match.end("post")].strip()
            handle = re.match(r"@([\w.]+)", words)
            if handle is None and not _NAMED_SOUND.search(match["sound"]):
                continue
            name = handle[1] if handle else None
            words = words[handle.end() :].strip() if handle else words
            embed = Embed(first.start, line.stop, "tiktok", handle=name, text=words)
            reason = "The lines are an embedded TikTok: they name its sound after a note sign."
            yield Found(first.start, line.stop, KIND, "embed-tiktok", reason, embed=embed)


def _tiktok_start(page: Page, line: Line, own: str) -> Line:
    """The line with the handle above the sound's line, at most four lines up."""
    if own.startswith("@"):
        return line
    for above in reversed(page.lines[max(0, line.index - 4) : line.index]):
        if above.text.startswith("@"):
            return above
        if above.words > 40:
            break
    return line


RULES: tuple[Rule, ...] = (
    Finder(_network_posts, "embed-x embed-bluesky embed-mastodon"),
    Finder(_shared_posts, "embed-instagram embed-facebook"),
    Finder(_tiktoks, "embed-tiktok"),
    Finder(stamped_posts, "embed-x embed-bluesky embed-mastodon"),
    Finder(dated_posts, "embed-x embed-bluesky embed-mastodon"),
    Finder(address_posts, "embed-youtube embed-telegram embed-threads embed-reddit"),
    Finder(reddit_posts, "embed-reddit"),
    Finder(watch_links, "embed-residue"),
    Phrases(
        rule="embed-residue",
        reason="The whole line is what an embedded post or player leaves behind.",
        text="""
        view on threads | view on mastodon | view on bluesky | view on instagram | view on facebook |
        view on twitter | view on x | view on youtube | watch on youtube | watch on facebook |
        watch on tiktok | watch on twitter | watch this video on youtube | view this post on instagram |
        view this post on facebook | view more on instagram | view tweet | view post | view original tweet |
        embedded video | embedded content | embedded tweet | image or embed | tweet embed | tweet url |
        this is an embedded post | content not available |
        this content is not available due to your privacy preferences
        """,
    ),
    Pattern(
        rule="embed-residue-line",
        reason="The line is what an embedded post or player leaves behind.",
        pattern=(
            r"(?:(?:view|see|read|watch|show|open) (?:this|the|full|original|more)\b.{0,20}\b(?:tweet|post"
            r"|toot|thread|video|reel|story|skeet|conversation)s?(?: (?:on|from|by)\b.{0,40})?$"
            r"|(?:tweet|post|instagram post|youtube video|tiktok|facebook post|x post|threads post|bluesky "
            r"post) (?:from|by) @?[\w. ]{2,40}$|this (?:tweet|post|video|embed) (?:is|has been|was|could not"
            r"|cannot)(?: [a-z]+){0,3}? (?:unavailable|deleted|removed|loaded|displayed|available)"
            r"(?: by (?:the|its) (?:\w+ )?author)?\.?$"
            r"|(?:twitter|facebook|instagram|youtube|tiktok) (?:due to|requires?|embed)\b.{0,60}$)"
        ),
        max_words=12,
    ),
)
