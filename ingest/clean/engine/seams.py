"""White space around cuts: what goes with a cut and what stays between the texts that it leaves.

Whole lines take the shorter of the two neighbouring runs of white space with them (the following one
when both are equally long), so that one paragraph break stays. At the start and the end of the text
the neighbouring white space goes too. A cut inside a line leaves one run between its neighbours.
"""

from __future__ import annotations

from ingest.clean.engine.rule import Found

Span = tuple[int, int, Found]
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def sew(text: str, spans: list[Span]) -> list[Span]:
    """The spans, merged where one rule cut neighbours, and extended over white space at the seams.

    Posts and notices are never merged: each tells of its own span.
    """
    sewn: list[Span] = []
    for group in _groups(text, _visible(text, spans)):
        first, last = _outer(text, group[0][0], group[-1][1])
        starts = [first, *(start for start, _, _ in group[1:])]
        stops = [*(start for start, _, _ in group[1:]), last]
        sewn += [(start, stop, span[2]) for start, stop, span in zip(starts, stops, group, strict=True)]
    return sewn


def _visible(text: str, spans: list[Span]) -> list[Span]:
    """The spans without white space at their ends, and without those that hold nothing else."""
    trimmed: list[Span] = []
    for start, stop, found in spans:
        words = text[start:stop]
        start += len(words) - len(words.lstrip())
        stop -= len(words) - len(words.rstrip())
        if start < stop:
            trimmed.append((start, stop, found))
    return trimmed


def _groups(text: str, spans: list[Span]) -> list[list[Span]]:
    """Spans with only white space between them stand together; equal rules in a row become one span."""
    groups: list[list[Span]] = []
    for span in spans:
        if not groups or text[groups[-1][-1][1] : span[0]].strip():
            groups.append([span])
        elif _same_cut(groups[-1][-1][2], span[2]):
            groups[-1][-1] = (groups[-1][-1][0], span[1], groups[-1][-1][2])
        else:
            groups[-1].append(span)
    return groups


def _same_cut(one: Found, two: Found) -> bool:
    if one is two:
        return True
    tells = any(item.embed is not None or item.notice is not None for item in (one, two))
    return not tells and (one.kind, one.rule, one.reason) == (two.kind, two.rule, two.reason)


def _outer(text: str, start: int, stop: int) -> tuple[int, int]:
    """The ends of a group, moved over the white space that goes with it."""
    before, after = _run_before(text, start), _run_after(text, stop)
    opens, closes = before == 0, after == len(text)
    if opens or closes:
        return (before if closes or opens else start), (after if opens or closes else stop)
    line_starts = _has_break(text[before:start])
    line_stops = _has_break(text[stop:after])
    if line_starts != line_stops:
        return (before, stop) if line_stops else (start, after)
    if start - before < after - stop:
        return before, stop
    return start, after


def _run_before(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _run_after(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _has_break(run: str) -> bool:
    return any(mark in _BREAKS for mark in run)
