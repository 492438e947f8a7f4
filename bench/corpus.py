"""Made-up news articles for measuring: a vocabulary with the frequencies of real text, copies, and dirt."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.fields import detect_language

SEEDS = Path(__file__).parent.parent / "seeds"
CHARACTERS = 2500
# One article in five is a copy of an earlier one: lightly edited, cut short, or with more dirt.
COPIES = 0.2

_DIRT = (
    "- Advertisement -",
    "READ MORE: Council delays vote on harbour",
    "Sign up for our morning newsletter",
    "© 2026 Northern Bugle. All rights reserved.",
    "Photo: Mara Lind / Bugle",
    "3 Comments",
)
_PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title} | Bugle</title>
<meta property="og:title" content="{title}"><link rel="canonical" href="https://bugle.example/{number}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}",
"datePublished": "2026-03-{day:02d}T08:00:00Z", "author": {{"name": "Mara Lind"}}}}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>{body}</article>
<aside><h2>Must read</h2><ul>{menu}</ul></aside></main>
<footer><p>© 2026 Bugle. All rights reserved.</p></footer>
</body></html>"""
_MENU = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("news", "sport", "opinion"))


def vocabulary() -> tuple[list[str], list[int]]:
    """Return the words of the English texts of the sample corpus and how often each stands there."""
    texts = (path.read_text("utf-8", errors="ignore") for path in sorted(SEEDS.rglob("*.txt")))
    counts = Counter(
        word
        for text in texts
        if detect_language(text) == "en"
        for word in text.split()
        if word.isalpha() and word.isascii()
    )
    return list(counts), list(counts.values())


def articles(number: int, seed: int = 1) -> Iterator[str]:
    """Yield `number` plain-text articles of about 2.5 kB, the same for the same seed."""
    rng = random.Random(seed)
    words, weights = vocabulary()
    recent: list[list[str]] = []
    for _ in range(number):
        if recent and rng.random() < COPIES:
            lines = _edited(rng, rng.choice(recent))
        else:
            lines = _written(rng, words, weights)
            recent = [*recent[-200:], lines]
        yield "\n".join(_with_dirt(rng, lines))


def pages(number: int, seed: int = 1) -> Iterator[str]:
    """Yield `number` HTML pages around such articles."""
    for index, text in enumerate(articles(number, seed)):
        title, *paragraphs = text.split("\n")
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        yield _PAGE.format(title=title, number=index, day=index % 28 + 1, menu=_MENU, body=body)


def _written(rng: random.Random, words: list[str], weights: list[int]) -> list[str]:
    lines = [" ".join(rng.choices(words, weights, k=8)).capitalize()]
    while sum(map(len, lines)) < CHARACTERS:
        sentences = [
            " ".join(rng.choices(words, weights, k=rng.randint(8, 24))).capitalize()
            + f" {rng.randint(1, 999)}."
            for _ in range(rng.randint(1, 3))
        ]
        lines.append(" ".join(sentences))
    return lines


def _edited(rng: random.Random, lines: list[str]) -> list[str]:
    way = rng.randrange(3)
    if way == 0:
        return ["Update: " + lines[0], *lines[1:]]
    if way == 1:
        return lines[: max(3, len(lines) * 2 // 3)]
    return [line.replace(" the ", " a ", 1) for line in lines]


def _with_dirt(rng: random.Random, lines: list[str]) -> list[str]:
    return [
        lines[0],
        *(x for line in lines[1:] for x in ([line, rng.choice(_DIRT)] if rng.random() < 0.1 else [line])),
    ]
