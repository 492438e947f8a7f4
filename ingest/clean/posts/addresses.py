"""Lines that are nothing but the address of a post or a video: the page showed it in this place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found, Hits
from ingest.model import Embed

_ADDRESS = re.compile(
    r"<?https?://(?:www\.|m\.|mobile\.|old\.)?(?:"
    r"(?:twitter|x)\.com/(?P<x>\w{1,20})/status(?:es)?/\d+"
    r"|(?P<instagram>instagram\.com|instagr\.am)/(?:[\w.]+/)?(?:p|reel|tv)/[\w-]+"
    r"|(?P<facebook>facebook\.com|fb\.watch)/\S*(?:posts|videos|watch|reel|permalink|share)\S*"
    r"|tiktok\.com/@(?P<tiktok>[\w.]+)/(?:video|photo)/\d+"
    r"|(?P<youtube>youtube\.com/(?:watch\?|shorts/|live/|embed/)|youtu\.be/)\S+"
    r"|(?:t\.me|telegram\.me)/(?:s/)?(?P<telegram>\w+)/\d+"
    r"|bsky\.app/profile/(?P<bluesky>[\w.:-]+)/post/\w+"
    r"|threads\.(?:net|com)/@(?P<threads>[\w.]+)/post/[\w-]+"
    r"|(?P<reddit>reddit\.com)/r/\w+/comments/\w+\S*"
    r")(?:[/?#&]\S*)?>?$",
    re.IGNORECASE,
)
_WITH_HANDLE = frozenset(("x", "tiktok", "telegram", "bluesky", "threads"))
_REASON = "The whole line is the address of a post, which the page showed in this place."


def address_posts(page: Page, hits: Hits) -> Iterator[Found]:
    """The lines that hold the address of one post, video or thread, and no other word."""
    if "://" not in page.text:
        return
    for line in page.lines:
        if line.text.startswith(("http", "<http")) and (match := _ADDRESS.match(line.text)):
            platform = match.lastgroup or "x"
            handle = match[platform] if platform in _WITH_HANDLE else None
            url = line.text.strip("<>")
            embed = Embed(line.start, line.stop, platform, handle=handle, urls=(url,))
            yield Found(line.start, line.stop, "embed", f"embed-{platform}", _REASON, embed=embed)
