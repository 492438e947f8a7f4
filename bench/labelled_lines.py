"""Labelled lines of flattened text: what is cut of the boilerplate, and what of the story is lost with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from bench.contest import contest

Text = dict[str, Any]
Kept = list[bool]
# F1, then words: content lost and kept, boilerplate cut and kept.
Score = tuple[float, int, int, int, int]


def report(texts: Sequence[Text]) -> None:
    """Print mean F1, content words lost and boilerplate words cut, by contender, set and language."""
    for group, rows in contest(texts, CONTENDERS, score, _groups, "text"):
        _print(group, rows)


def _groups(text: Text) -> tuple[str, ...]:
    language = "English" if text.get("lang") == "en" else "other"
    return (f"all {language}", f"{text['set']} {language}") if text.get("set") else (f"all {language}",)


def _print(group: str, rows: Sequence[Score]) -> None:
    lost, kept, cut, left = (sum(row[at] for row in rows) for at in (1, 2, 3, 4))
    print(
        f"  {group:20s} {len(rows):5d}  F1 {sum(row[0] for row in rows) / len(rows):.4f}"
        f"  content lost {lost / max(1, lost + kept):.4f}  boilerplate cut {cut / max(1, cut + left):.4f}"
    )


def everything(text: Text) -> Kept:
    return [True] * len(text["lines"])


def copydesk(text: Text) -> Kept:
    from ingest.clean import clean

    gone = bytearray(len(text["text"]) + 1)
    for cut in clean(text["text"]).cuts:
        gone[cut.start : cut.stop] = b"\1" * (cut.stop - cut.start)
    kept, at = [], 0
    for line in text["lines"]:
        seen = [at + offset for offset, mark in enumerate(line["text"]) if not mark.isspace()]
        kept.append(sum(gone[place] for place in seen) * 2 <= len(seen))
        at += len(line["text"]) + 1
    return kept


def trafilatura(text: Text) -> Kept:
    from trafilatura import extract

    return _found(text, extract(_page(text), include_comments=False) or "")


def justext(text: Text) -> Kept:
    from justext import get_stoplist, get_stoplists
    from justext import justext as classify

    language = _JUSTEXT.get(text.get("lang") or "", "English")
    stoplist = get_stoplist(language if language in get_stoplists() else "English")
    paragraphs = classify(_page(text).encode(), stoplist, encoding="utf-8")
    return _found(text, "\n".join(each.text for each in paragraphs if not each.is_boilerplate))


_JUSTEXT = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
}


def _page(text: Text) -> str:
    """The text as the simplest page: extractors take nothing else."""
    paragraphs = "\n".join(f"<p>{escape(line['text'])}</p>" for line in text["lines"])
    return f"<html><body>{paragraphs}</body></html>"


def _found(text: Text, taken: str) -> Kept:
    lines = {" ".join(line.split()) for line in taken.splitlines()}
    return [" ".join(line["text"].split()) in lines for line in text["lines"]]


CONTENDERS: dict[str, Callable[[Text], Kept]] = {
    "copydesk": copydesk,
    "keep everything": everything,
    "trafilatura, lines as paragraphs": trafilatura,
    "jusText, lines as paragraphs": justext,
}


def score(text: Text, kept: Kept) -> Score:
    """Precision and recall by words over the lines that are labelled content or boilerplate."""
    words = {(label, stays): 0 for label in ("content", "boilerplate") for stays in (True, False)}
    for line, stays in zip(text["lines"], kept, strict=True):
        if (line["label"], stays) in words:
            words[line["label"], stays] += len(line["text"].split())
    right, lost = words["content", True], words["content", False]
    left, cut = words["boilerplate", True], words["boilerplate", False]
    return (2 * right / (2 * right + left + lost) if right else 0.0), lost, right, cut, left
