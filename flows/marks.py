"""Cuts made visible in the text that they were taken from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.text import Text

from flows.screen import visible
from warehouse.stored import StoredCut

COLOURS = {
    "advertisement": "red",
    "copyright": "blue",
    "embed": "cyan",
    "comments": "magenta",
    "related": "yellow",
    "navigation": "green",
    "credit": "bright_blue",
    "widget": "bright_cyan",
    "subscription": "bright_magenta",
    "repeated": "bright_yellow",
    "other": "bright_black",
}


def pieces(extracted: str, cuts: Sequence[StoredCut]) -> Iterator[tuple[str, StoredCut | None]]:
    """Split the extracted text into what stayed (None) and what was cut, in order and without a gap."""
    at = 0
    for cut in cuts:
        if at < cut.start:
            yield extracted[at : cut.start], None
        yield extracted[cut.start : cut.stop], cut
        at = cut.stop
    if at < len(extracted):
        yield extracted[at:], None


def removed(text: str, kind: str) -> Text:
    """Mark a text as cut: struck through, and as [-kind: text-]."""
    return _framed(text, kind, "-", f"strike {COLOURS.get(kind, '')}")


def put_back(text: str, kind: str) -> Text:
    """Mark a text as put back: underlined, and as [+kind: text+]."""
    return _framed(text, kind, "+", f"underline {COLOURS.get(kind, '')}")


def marked(
    extracted: str,
    cuts: Sequence[StoredCut],
    mark: Callable[[StoredCut], Callable[[str, str], Text] | None],
) -> Text:
    """Return the extracted text with each cut drawn as `mark` says; what gets None is left out."""
    text = Text()
    for piece, cut in pieces(extracted, cuts):
        if cut is None:
            text.append(visible(piece))
        elif (draw := mark(cut)) is not None:
            text.append_text(draw(piece, cut.kind))
    return text


def _framed(text: str, kind: str, sign: str, style: str) -> Text:
    """The white space around a cut stays outside its frame, so that lines end where they did."""
    core = text.strip()
    before, after = text[: text.find(core)], text[text.find(core) + len(core) :]
    if not core:
        return Text(visible(text))
    return Text.assemble(
        visible(before),
        (f"[{sign}{kind}: ", "dim"),
        (visible(core), style),
        (f"{sign}]", "dim"),
        visible(after),
    )
