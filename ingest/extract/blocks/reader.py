"""A page as a list of text blocks in reading order, and the containers that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from ingest.extract.blocks.hints import hints_in

# Elements whose text nobody reads on the page.
UNREAD = frozenset(
    "head script style noscript template svg math canvas select option button textarea input iframe object"
    " audio video map datalist dialog title meta link".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp"
    " rt ruby s"
    " samp small span strike strong sub sup time tt u var wbr".split()
)
_BOLD = frozenset({"b", "strong"})
_SILENT = frozenset("area base col colgroup embed img param picture source track".split())
_CONTROLS = frozenset({"button", "select", "option", "svg", "object", "dialog"})


@dataclass(slots=True)
class Container:
    """A block-level element. `first` and `stop` are the half-open range of the blocks inside it."""

    tag: str
    hints: int
    parent: int
    depth: int
    path: int
    hidden: bool
    first: int
    stop: int = 0


@dataclass(slots=True)
class Block:
    """A run of text between two block-level boundaries, with white space collapsed.

    `linked` and `bold` count the characters of it inside links and bold type; `breaks` says that a line
    break, not an element, parts it from the block before it. `hints` are those of its inline elements.
    """

    text: str
    container: int
    linked: int
    bold: int
    breaks: bool
    hints: int


@dataclass(slots=True)
class Blocks:
    """The blocks of a page with their containers; container 0 is the whole page."""

    blocks: list[Block] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)


def read_blocks(root: HtmlElement) -> Blocks:
    """All text of the page that a reader could see, block by block, in time linear in its size."""
    return _Reader().read(root)


def _swallowed_page(element: HtmlElement) -> bool:
    """Whether a control that was never closed holds what follows it on the page."""
    return element.tag in _CONTROLS and any(True for _ in element.iter("article", "main", "p"))


class _Reader:
    def __init__(self) -> None:
        self.page = Blocks([], [Container("html", 0, -1, 0, 0, False, 0)])
        self.paths: dict[tuple[int, str, str], int] = {}
        self.inside = 0
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.hints = 0
        self.breaks = False

    def read(self, root: HtmlElement) -> Blocks:
        # Each entry: element's children still to come, container to return to, inside a link, inside bold.
        stack = [(iter(root), 0, False, False, None)]
        link = bold = False
        while stack:
            children, _, _, _, _ = stack[-1]
            child = next(children, None)
            if child is None:
                _, outer, link, bold, element = stack.pop()
                if element is None:
                    break
                if outer != self.inside:
                    self.flush()
                    self.page.containers[self.inside].stop = len(self.page.blocks)
                    self.inside = outer
                self.add(element.tail, link, bold)
                continue
            tag = child.tag
            if tag == "br":
                self.flush(breaks=True)
                self.add(child.tail, link, bold)
                continue
            if tag in _SILENT or (tag in UNREAD and not _swallowed_page(child)):
                if tag in ("iframe", "video", "hr", "object"):
                    self.flush()
                self.add(child.tail, link, bold)
                continue
            stack.append((iter(child), self.inside, link, bold, child))
            if tag in _INLINE:
                link = link or tag == "a"
                bold = bold or tag in _BOLD
                if child.get("class"):
                    self.hints |= hints_in(child.get("class"))
            else:
                self.flush()
                self.enter(child, tag)
            self.add(child.text, link, bold)
        self.flush()
        self.page.containers[0].stop = len(self.page.blocks)
        return self.page

    def enter(self, element: HtmlElement, tag: str) -> None:
        get = element.get
        name = f"{get('class') or ''} {get('id') or ''}"
        role = get("role")
        if role:
            name = f"{name} {role}"
        outer = self.page.containers[self.inside]
        style = (get("style") or "").replace(" ", "")
        unseen = get("hidden") is not None or get("aria-hidden") == "true" or "display:none" in style
        hidden = outer.hidden or unseen
        path = self.paths.setdefault((outer.path, tag, get("class") or ""), len(self.paths) + 1)
        hints = 0 if tag == "body" else hints_in(name)
        self.page.containers.append(
            Container(tag, hints, self.inside, outer.depth + 1, path, hidden, len(self.page.blocks))
        )
        self.inside = len(self.page.containers) - 1

    def add(self, text: str | None, link: bool, bold: bool) -> None:
        if text:
            self.pieces.append(text)
            if link:
                self.linked += len(text)
            if bold:
                self.bold += len(text)

    def flush(self, breaks: bool = False) -> None:
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.page.blocks.append(
                    Block(
                        text,
                        self.inside,
                        min(self.linked, len(text)),
                        min(self.bold, len(text)),
                        self.breaks,
                        self.hints,
                    )
                )
                self.breaks = False
            self.pieces = []
            self.linked = self.bold = self.hints = 0
        self.breaks = breaks
