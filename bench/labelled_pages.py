"""Labelled pages: how clean and how whole the body is, by word 4-grams."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from bench.contest import contest

Page = dict[str, Any]
Score = tuple[float, float, float]
_GRAM = 4


def report(pages: Sequence[Page]) -> None:
    """Print precision, recall and F1 for each contender and set, and CPU milliseconds a page."""
    for group, rows in contest(pages, contenders(), _rate, _groups, "page"):
        means = (sum(row[at] for row in rows) / len(rows) for at in range(3))
        print("  {:14s} {:5d}  P {:.4f}  R {:.4f}  F1 {:.4f}".format(group, len(rows), *means))


def _rate(page: Page, text: str) -> Score:
    return score(text, page["gold_text"])


def _groups(page: Page) -> tuple[str, ...]:
    return (page.get("set") or "pages",)


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
