"""The paragraphs of a made-up article as a page has them."""

from __future__ import annotations

STORY = "".join(
    f"<p>The harbour office said on Friday that ferry number {n} would sail again, and that fares would stay"
    " as they were although fuel had become dearer.</p>"
    for n in range(6)
)
