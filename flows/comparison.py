"""Why two documents are related or not: a verdict, the scores, the shared passages side by side."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from flows.screen import visible
from ingest.fingerprint.compare import CONTAINS_CONTAINMENT, CONTAINS_TOKENS, NEAR_JACCARD
from ingest.fingerprint.profile import profile
from warehouse.stored import Explanation, StoredDocument


def comparison(explanation: Explanation) -> list[Text | Table]:
    """Return the page of a comparison."""
    a, b = explanation.a, explanation.b
    parts: list[Text | Table] = [_name("A", a), _name("B", b), Text()]
    if a.doc_id == b.doc_id:
        return [*parts, Text("Both names mean the same document.", "bold")]
    parts += [Text(verdict(explanation), "bold"), Text(_scores(explanation))]
    if explanation.passages:
        parts += [Text(), _passages(explanation)]
    else:
        parts.append(Text("They share no passage of eight words or more."))
    return parts


def verdict(explanation: Explanation) -> str:
    """Say in a sentence or two what the pair is and why."""
    found = explanation.comparison
    if found.kind == "exact":
        return "They are exact copies: the same words in the same order."
    if found.kind == "near":
        return f"They are near-duplicates: their Jaccard of {_at_least(found.jaccard, NEAR_JACCARD)}."
    if found.kind == "contains":
        share = _at_least(found.containment, CONTAINS_CONTAINMENT)
        return f"Most of the shorter one stands in the longer one: the containment of {share}."
    through = ""
    if explanation.a.group["copy_id"] == explanation.b.group["copy_id"]:
        through = " They are in one group of copies all the same, through documents that are related to both."
    return f"They are not copies of each other: {_why_not(explanation)}.{through}"


def _why_not(explanation: Explanation) -> str:
    found = explanation.comparison
    if found.jaccard >= NEAR_JACCARD:
        return "they share their sentences, but not their figures"
    if found.containment < CONTAINS_CONTAINMENT:
        return (
            f"the Jaccard of {found.jaccard:.2f} is below {NEAR_JACCARD:.2f}, "
            f"and the containment of {found.containment:.2f} is below {CONTAINS_CONTAINMENT:.2f}"
        )
    words = min(len(profile(each.text).hashes) for each in (explanation.a, explanation.b))
    if words < CONTAINS_TOKENS:
        return (
            f"the shorter one has {words} words, and fewer than {CONTAINS_TOKENS} "
            "stand in many texts without being taken from them"
        )
    return "most of the shorter one stands in the longer one, but not its figures"


def _at_least(value: float, threshold: float) -> str:
    return f"{value:.2f} reaches {threshold:.2f}"


def _scores(explanation: Explanation) -> str:
    found = explanation.comparison
    return (
        f"Jaccard {found.jaccard:.3f}, containment {found.containment:.3f} (of sets of three-word shingles)."
    )


def _name(letter: str, stored: StoredDocument) -> Text:
    title, site = stored.fields.get("title") or "(no title)", stored.fields.get("site")
    place = f"{stored.fields['source_uri']}, {site}" if site else stored.fields["source_uri"]
    return Text.assemble((f"{letter}  ", "bold"), visible(f"{title} ({place})  {stored.doc_id}"))


def _passages(explanation: Explanation) -> Table:
    table = Table("A", "B", show_lines=True, title=f"Shared passages ({len(explanation.passages)})")
    for column in table.columns:
        column.overflow, column.ratio = "fold", 1
    for each in explanation.passages:
        table.add_row(
            _span(explanation.a.text, each.start_a, each.stop_a),
            _span(explanation.b.text, each.start_b, each.stop_b),
        )
    return table


def _span(text: str, start: int, stop: int) -> Text:
    return Text.assemble((f"{start}–{stop}", "dim"), "\n", visible(text[start:stop]))
