"""Runs the rule book over a text: line rules, finders, the trained page lines; one owner per character."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.clean.engine.book import Book, book
from ingest.clean.engine.company import confirmed
from ingest.clean.engine.lines import Page
from ingest.clean.engine.overlap import settle
from ingest.clean.engine.rule import Found, Hits, Pattern
from ingest.clean.engine.seams import Span, sew
from ingest.clean.posts.marked_posts import find_marked, unite
from ingest.clean.verdict.judged_lines import judged_lines
from ingest.model import Cleaned, Cut, Embed, Notice


def clean(
    text: str, embeds: Sequence[Embed] = (), repeated: Sequence[Found] = (), *, flattened: bool = True
) -> Cleaned:
    """Cut boilerplate and posts out of `text`: see `clean_page`."""
    return clean_page(Page(text), embeds, repeated, flattened=flattened)


def clean_page(
    page: Page, embeds: Sequence[Embed] = (), repeated: Sequence[Found] = (), *, flattened: bool = True
) -> Cleaned:
    """Cut boilerplate and posts out of the text of `page`.

    `embeds` are posts that the page's markup named; their words are looked up in the text and cut.
    Those that are not in it come back without offsets. `repeated` are lines that learned rules want to
    cut; they are left where no word would stay without them. The result's text is the text without the
    spans of its cuts, character for character; a text with words in it never comes back without words.

    The models of lines judge only what was `flattened` by others: where extraction has chosen among a
    page's blocks already, a heading between them is one of the article's.
    """
    text = page.text
    marked, missing = find_marked(text, embeds)
    found, missing = unite(text, marked, missing, find(page))
    if flattened:
        found += judged_lines(page, found)
    if not found and not repeated:
        return Cleaned(text=text, embeds=missing)
    spans = _keep_the_story(text, found, repeated)
    return _cleaned(text, spans, missing)


def read_notices(text: str) -> tuple[Notice, ...]:
    """Return what `text`, all of it boilerplate, says of owners, photographers, authors and origins."""
    return tuple(item.notice for item in find(Page(text)) if item.notice is not None)


def find(page: Page) -> list[Found]:
    """What the rules of all kinds want to cut."""
    rules = book()
    sure = confirmed(page, rules.hits(page))
    found = _line_findings(page, sure, rules)
    for finder in rules.finders:
        found += finder.find(page, sure)
    return [] if all(item.needs_company for item in found) else found


def _line_findings(page: Page, hits: Hits, rules: Book) -> list[Found]:
    found = []
    for at, rule in hits.items():
        line = page.lines[at]
        notice = rule.notice(line) if isinstance(rule, Pattern) and rule.notice else None
        kind = rules.kind_of[rule.rule]
        found.append(Found(line.start, line.stop, kind, rule.rule, rule.reason, not rule.weak, notice=notice))
    return found


def _keep_the_story(text: str, found: list[Found], repeated: Sequence[Found]) -> list[Span]:
    """The spans to cut. A text that would lose every word is more likely misjudged than worthless."""
    for choice in ([*found, *repeated], found, [item for item in found if item.certain]):
        spans = sew(text, settle(choice))
        if _leaves_words(text, spans):
            return spans
    return []


def _leaves_words(text: str, spans: list[Span]) -> bool:
    at = 0
    for start, stop, _ in spans:
        if any(mark.isalnum() for mark in text[at:start]):
            return True
        at = stop
    return any(mark.isalnum() for mark in text[at:])


def _cleaned(text: str, spans: list[Span], missing: tuple[Embed, ...]) -> Cleaned:
    pieces, at = [], 0
    for start, stop, _ in spans:
        pieces.append(text[at:start])
        at = stop
    pieces.append(text[at:])
    owners = list({id(owner): owner for _, _, owner in spans}.values())
    return Cleaned(
        text="".join(pieces),
        cuts=tuple(Cut(start, stop, owner.kind, owner.rule, owner.reason) for start, stop, owner in spans),
        embeds=tuple(owner.embed for owner in owners if owner.embed is not None) + missing,
        notices=tuple(owner.notice for owner in owners if owner.notice is not None),
    )
