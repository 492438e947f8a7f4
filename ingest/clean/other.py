"""What is certain to be no part of the story and fits no other kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.blocks.authors import authors
from ingest.clean.blocks.repeats import repeats
from ingest.clean.blocks.tails import tails
from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Finder, Found, Hits, Pattern, Rule
from ingest.model import Kind

KIND: Kind = "other"

_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)


def _residue(page: Page, hits: Hits) -> Iterator[Found]:
    """Bare addresses at the very end, where links of the page's foot end up."""
    for line in reversed(page.lines):
        if line.index in hits:
            continue
        if not _BARE_LINK.match(line.text):
            return
        yield Found(
            line.start, line.stop, KIND, "other-address", "The line at the end is nothing but a web address."
        )


RULES: tuple[Rule, ...] = (
    Pattern(
        rule="other-disclaimer",
        reason="The line is the publisher's standing note about itself, its authors or its liability.",
        pattern=(
            r"(?:(?:the )?(?:views|opinions)(?: and (?:opinions|views))?\b.{0,80}\b(?:expressed|are those of"
            r"|are (?:his|her|their|my|the author's) own)\b.*\b(?:author|authors|writer|not|own|columnist"
            r"|contributor)\b.*"
            r"|(?:this|the) (?:article|content|information|site|material|post)\b.{0,80}\b(?:for "
            r"(?:informational|educational|general information) purposes|(?:does not|not) constitute|not "
            r"intended (?:as|to be))\b.*)"
        ),
        words=("opinions views purposes constitute intended"),
        max_words=70,
    ),
    Finder(_residue, "other-address other-disclaimer"),
    Finder(authors, "other-author"),
    Finder(repeats, "other-twice"),
    Finder(tails, "other-foot"),
)
