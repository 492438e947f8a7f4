"""A comparison as JSON, for programs: every number, every offset, nothing shortened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from flows.comparison.facts import canonical, first
from flows.comparison.verdict import verdict
from flows.tables import plain
from ingest.fingerprint.alignment import Mark, Piece, Row
from ingest.fingerprint.evidence import Evidence
from ingest.fingerprint.normalise import tokens
from ingest.telling import RELATED
from ingest.telling import Evidence as SharedPassage
from warehouse.stored import Explanation, StoredDocument
from warehouse.verdicts import Verdict

_FIELDS = ("source_uri", "source", "url", "site", "title", "published_at", "published_from")
_DIFFERENT: frozenset[Mark] = frozenset(("differs", "alone", "moved"))


def as_json(explanation: Explanation) -> str:
    """Return the record as JSON with a line end."""
    return f"{json.dumps(record(explanation), ensure_ascii=False, indent=2)}\n"


def record(explanation: Explanation) -> dict[str, Any]:
    """Return a comparison as plain values. Offsets are characters of the clean texts, half-open."""
    a, b, evidence = explanation.a, explanation.b, explanation.evidence
    found = evidence.comparison
    return {
        "a": _document(a, evidence.words_a, evidence.shingles_a),
        "b": _document(b, evidence.words_b, evidence.shingles_b),
        "same_document": a.doc_id == b.doc_id,
        "kind": found.kind,
        "verdict": verdict(explanation),
        "scores": {
            "jaccard": found.jaccard,
            "containment": found.containment,
            "score": found.score,
            "shingles_shared": evidence.shingles_shared,
        },
        "checks": [asdict(each) for each in evidence.checks],
        "thresholds": asdict(evidence.thresholds),
        "names": {**asdict(evidence.names), "share": evidence.names.share},
        "figures": {**asdict(evidence.figures), "share": evidence.figures.share},
        "candidates": _candidates(evidence),
        "published_first": _first(a, b),
        "order": first(a, b),
        "group": {
            "same": explanation.in_one_group,
            "why": " ".join(canonical(explanation)),
            "said": _said(explanation.said),
            "a": _group(a),
            "b": _group(b),
        },
        "story": _story(explanation),
        "passages": list(_passages(explanation)),
        "rows": [_row(row, a.text, b.text) for row in explanation.rows],
    }


def _said(said: Verdict | None) -> dict[str, Any] | None:
    return {"verdict": said.word, "level": said.level, "note": said.note} if said else None


def _story(explanation: Explanation) -> dict[str, Any] | None:
    """What speaks for one event, with its places in both texts."""
    story = explanation.story
    if story is None:
        return None
    return {
        "same": story.in_one_story,
        "score": story.comparison.score,
        "needed": RELATED,
        "parts": story.comparison.parts,
        "because": story.because,
        "candidates": story.meet,
        "a": plain(story.story_a),
        "b": plain(story.story_b),
        "shared": [_shared(each, explanation) for each in story.shared],
        "conflicts": plain(list(story.conflicts)),
    }


def _shared(shared: SharedPassage, explanation: Explanation) -> dict[str, Any]:
    return {
        **asdict(shared),
        "text_a": explanation.a.text[shared.start_a : shared.stop_a],
        "text_b": explanation.b.text[shared.start_b : shared.stop_b],
    }


def _document(stored: StoredDocument, words: int, shingles: int) -> dict[str, Any]:
    fields = {name: plain(stored.fields.get(name)) for name in _FIELDS}
    sizes = {"characters": len(stored.text), "words": words, "shingles": shingles}
    return {"doc_id": str(stored.doc_id), **fields, **sizes}


def _candidates(evidence: Evidence) -> dict[str, Any]:
    keys = evidence.keys
    return {
        "met": keys.met,
        "bands": list(keys.bands),
        "all_bands": keys.all_bands,
        "passage_keys_shared": keys.shared,
        "passage_keys_needed": keys.needed,
        "passage_keys_a": keys.in_a,
        "passage_keys_b": keys.in_b,
    }


def _first(a: StoredDocument, b: StoredDocument) -> str | None:
    when_a, when_b = a.fields.get("published_at"), b.fields.get("published_at")
    if when_a is None or when_b is None or when_a == when_b:
        return None
    return "a" if when_a < when_b else "b"


def _group(stored: StoredDocument) -> dict[str, Any]:
    return {str(name): plain(value) for name, value in stored.group.items()}


def _passages(explanation: Explanation) -> Iterator[dict[str, Any]]:
    for each in explanation.passages:
        yield {
            "start_a": each.start_a,
            "stop_a": each.stop_a,
            "start_b": each.start_b,
            "stop_b": each.stop_b,
            "words": each.length,
            "text": explanation.a.text[each.start_a : each.stop_a],
        }


def _row(row: Row, a: str, b: str) -> dict[str, Any]:
    """A row with the place of each side, null where it is empty, and the words that the other lacks."""
    return {
        "kind": row.kind,
        **_place("a", row.a),
        **_place("b", row.b),
        "only_a": _different(row.a, a),
        "only_b": _different(row.b, b),
    }


def _place(side: str, pieces: Sequence[Piece]) -> dict[str, int | None]:
    if not pieces:
        return {f"start_{side}": None, f"stop_{side}": None}
    return {f"start_{side}": pieces[0].start, f"stop_{side}": pieces[-1].stop}


def _different(pieces: Sequence[Piece], text: str) -> list[dict[str, Any]]:
    found = []
    for each in pieces:
        words = text[each.start : each.stop]
        if each.mark in _DIFFERENT and tokens(words):
            place = {"start": each.start, "stop": each.stop}
            found.append({**place, "moved": each.mark == "moved", "text": words})
    return found
