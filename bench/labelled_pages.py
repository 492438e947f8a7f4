"""Labelled pages: how clean and how whole the body is, by word 4-grams."""

from __future__ import annotations

import importlib.util
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

Page = dict[str, Any]
Score = tuple[float, float, float]
_GRAM = 4


def report(pages: Sequence[Page]) -> None:
    """Print precision, recall and F1 for each contender and set, and CPU milliseconds a page."""
    for name, text_of in contenders().items():
        text_of(pages[0])
        scores: dict[str, list[Score]] = defaultdict(list)
        seconds = 0.0
        for page in pages:
            before = time.process_time()
            text = text_of(page)
            seconds += time.process_time() - before
            scores[page.get("set") or "pages"].append(score(text, page["gold_text"]))
        print(f"{name}: {seconds / len(pages) * 1000:.1f} ms a page")
        for group, rows in sorted(scores.items()):
            means = (sum(row[at] for row in rows) / len(rows) for at in range(3))
            print("  {:14s} {:5d}  P {:.4f}  R {:.4f}  F1 {:.4f}".format(group, len(rows), *means))


def contenders() -> dict[str, Callable[[Page], str]]:
    """What is compared, by name; each turns a page into text."""
    found = {
        "copydesk": copydesk,
        "copydesk before cleaning": extracted,
        "trafilatura": trafilatura,
        "trafilatura, precision": precise,
    }
    if importlib.util.find_spec("readability"):
        found["readability-lxml"] = readability
    return found


def copydesk(page: Page) -> str:
    from ingest.clean import clean
    from ingest.extract.page import read_page

    found = read_page(page["html"], page.get("url"))
    return clean(found.text, found.embeds, flattened=False).text


def extracted(page: Page) -> str:
    from ingest.extract.page import read_page

    return read_page(page["html"], page.get("url")).text


def trafilatura(page: Page) -> str:
    from trafilatura import extract

    return extract(page["html"], include_comments=False) or ""


def precise(page: Page) -> str:
    from trafilatura import extract

    return extract(page["html"], include_comments=False, favor_precision=True) or ""


def readability(page: Page) -> str:
    from lxml.html import fromstring
    from readability import Document

    return str(fromstring(Document(page["html"]).summary()).text_content())


def score(text: str, gold: str) -> Score:
    """Precision, recall and F1 of word 4-grams."""
    got, wanted = grams(text), grams(gold)
    hit = (got & wanted).total()
    precision, recall = hit / max(1, got.total()), hit / max(1, wanted.total())
    return precision, recall, 2 * precision * recall / (precision + recall) if hit else 0.0


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + _GRAM]) for at in range(max(1, len(words) - _GRAM + 1)) if words)
