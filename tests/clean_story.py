"""A short story to put boilerplate into, and what cleaning did to it."""

from ingest.clean import clean
from ingest.model import Cleaned

OPENING = (
    "The ferry between Orlen and Port Hesk stopped running on Tuesday after its crew found a crack in the "
    "hull, the harbour office said in a statement."
)
MIDDLE = (
    "About four hundred commuters take the boat every morning. Many of them now drive around the bay, which "
    "takes an hour and a half, and some have asked their employers for rooms in town."
)
CLOSING = (
    "“We will not sail before the welders are done,” said harbour master Edda Quill. She expects the first "
    "crossing on Friday, if the weather holds and the insurers agree."
)
STORY = f"{OPENING}\n\n{MIDDLE}\n\n{CLOSING}"


def around(line: str) -> str:
    """The story with `line` as a block of its own after the first paragraph."""
    return f"{OPENING}\n\n{line}\n\n{MIDDLE}\n\n{CLOSING}"


def below(*lines: str) -> str:
    """The story with `lines` below it."""
    return "\n".join((STORY, "", *lines))


def cut_texts(text: str, cleaned: Cleaned) -> list[tuple[str, str]]:
    """Kind and visible text of each cut."""
    return [(cut.kind, text[cut.start : cut.stop].strip()) for cut in cleaned.cuts]


def assert_cut(text: str, kind: str) -> Cleaned:
    """`text` holds the story and boilerplate of one kind; only the story must remain."""
    cleaned = clean(text)
    assert cleaned.text == STORY, cut_texts(text, cleaned)
    assert {cut.kind for cut in cleaned.cuts} == {kind}
    return cleaned


def assert_kept(text: str) -> None:
    """`text` must come through byte for byte."""
    cleaned = clean(text)
    assert cleaned.text == text, cut_texts(text, cleaned)
    assert cleaned.cuts == ()


# Under a post of another platform.
SIGNATURE = "— Ada Lind (@ada_lind) March 3, 2026"


def tight(*posts: str) -> str:
    """The story without blank lines, with the posts' lines after its second paragraph."""
    return "\n".join((OPENING, MIDDLE, *posts, CLOSING))


TIGHT_STORY = tight()
