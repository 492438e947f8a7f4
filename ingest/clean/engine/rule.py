"""What a rule is, and what it finds.

Three forms, from the cheapest to the freest: `Phrases` are whole lines in full, `Pattern` matches a
line by a regular expression, `Finder` looks at the whole page and at what the other two have hit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ingest.clean.engine.lines import Line, Page
from ingest.model import Embed, Kind, Notice


@dataclass(frozen=True, slots=True)
class Found:
    """A span that a rule wants to cut, with what it learned from it.

    `certain` is False where only the surroundings speak for the cut; such cuts are dropped
    first when a document would lose all its text. With `needs_company` it is dropped where nothing
    else in the text is cut.
    """

    start: int
    stop: int
    kind: Kind
    rule: str
    reason: str
    certain: bool = True
    needs_company: bool = False
    embed: Embed | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole lines: the phrases of `text` between bars, in lower case; `#` stands for any number.

    Decoration around the line does not count. A `weak` phrase could be a subheading of the story:
    it is cut only in the company of other hits. `heads` marks a heading that opens a list of links.
    """

    rule: str
    reason: str
    text: str
    weak: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression for the folded line, tried from its first letter (decoration is skipped).

    With `words` (between spaces), it is tried on the lines that hold one of them, else on short lines
    only: this keeps paragraphs away from expressions that cannot match them. The line may have at most
    `max_words` words. Close the expression with `$` to ask for the whole line; `open_end` asks for a
    line without a full stop at its end (which the folded line has lost). No expression names a sentence
    that tells a story (see `engine.sentence`).
    `spares_headline` keeps the first line of a text, which may be a headline that opens with the
    same word. `notice` reads owner, photographer or outlet out of the original line.
    """

    rule: str
    reason: str
    pattern: str
    max_words: int = 15
    words: str = ""
    weak: bool = False
    heads: bool = False
    open_end: bool = False
    spares_headline: bool = False
    notice: Callable[[Line], Notice | None] | None = None


LineRule = Phrases | Pattern
Hits = Mapping[int, LineRule]


@dataclass(frozen=True, slots=True)
class Finder:
    """A rule about more than one line. `find` gets the page and the confirmed hits by line index.

    `names` lists, between spaces, what its findings are called.
    """

    find: Callable[[Page, Hits], Iterable[Found]]
    names: str


Rule = Phrases | Pattern | Finder
