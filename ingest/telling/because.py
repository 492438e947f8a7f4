"""One sentence that says why two documents tell the same story."""

from __future__ import annotations

from ingest.telling.model import StoryComparison

_MOST = 6


def because(comparison: StoryComparison, text_a: str, text_b: str) -> str:
    """Say what two texts share that tells of the same event."""
    named = []
    for each in comparison.shared[:_MOST]:
        text = text_a[each.start_a : each.stop_a] or text_b[each.start_b : each.stop_b]
        named.append(f"“{text}”")
    return f"both name {', '.join(named)}" if named else "they share no rare term"
