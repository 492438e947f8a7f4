"""Notes about the author below a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found, Hits

_REASON = "The line stands at the end and presents the author: a name, then a journalist's job."
_WORDS = 70
_CHARACTERS = 600
_LAST = 4
_BIO = re.compile(
    r"(?:About (?:the )?[Aa]uthors?:? )?(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+,? (?:is|covers|writes"
    r"|reports|joined|has been|has covered|has written)\b"
    r".{0,160}?\b(?:reporters?|writers?|journalists?|correspondent|columnist|(?<!to the )editor|editorial"
    r"|contributor|freelance"
    r"|newsroom|bureau|author of|covers|covering|writes about)\b"
)
_SPEECH = re.compile(
    r"[\"“”„]|\b(?:said|told|killed|arrested|jailed|charged|died|murdered|detained|sentenced|shot)\b"
)


def authors(page: Page, hits: Hits) -> Iterator[Found]:
    """Biographies among the last four lines that no other rule has taken."""
    rest = [at for at in range(max(0, len(page.lines) - 40), len(page.lines)) if at not in hits]
    for line in (page.lines[at] for at in rest[-_LAST:]):
        if line.index < 3 or len(line.text) > _CHARACTERS or line.words > _WORDS:
            continue
        if _BIO.match(line.text) and not _SPEECH.search(line.text):
            yield Found(line.start, line.stop, "other", "other-author", _REASON)
