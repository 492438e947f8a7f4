"""A flattened page loses its menus and rails and keeps its article; articles are left alone."""

import pytest

from ingest.clean import clean
from ingest.clean.engine.lines import Page
from ingest.clean.engine.rule import Found
from ingest.clean.engine.run import find
from ingest.clean.verdict.judged_lines import PAGE_RULE, judged_lines

MENU = (
    "Skip to content|Menu|Log in|Subscribe|Home|Local|Politics|Business|Sport|Culture|Weather|Puzzles|Obituaries"
    "|E-paper|Search|Trending|Oldmoor bridge|Harvest fair|Bus strike"
).split("|")
HEADLINE = "Brackwater closes its old harbour until the spring"
ARTICLE = [
    "The harbour of Brackwater will stay closed to ferries until April, the port council decided on Monday.",
    "Engineers found cracks in the eastern quay last week, and divers are still looking for the cause.",
    "“We would rather lose a season than a ship,” said Orla Venn, who has led the council since 2019.",
    "Fishing boats may use the western basin, but only by day and never more than twelve at a time.",
    "The owners of the two ferries said they would run buses to Oldmoor while the repairs go on.",
    "Work is to start in January and will cost about four million crowns, half of it paid by the state.",
    "The last time the harbour closed for a whole winter was in 1963, when the basin froze to its floor.",
    "Shops along the quay fear for their trade, and some have asked the council to waive a year of rent.",
]
SHARING = ["Share on Facebook", "Tweet", "Email", "Print"]
RAIL = [
    "Most read",
    "Badger wins a baking prize in Tarnby",
    "Why the bells of Holm rang thirteen times",
    "Five walks for a foggy Sunday",
    "Bus drivers vote for a second strike",
    "More from Local",
    "School roof to be mended by summer",
    "Lost parrot turns up at the town hall",
    "Choir looks for tenors before the fair",
    "Newsletter",
    "Sign up for our newsletter",
    "Enter your email address",
    "You may also like",
    "Ten soups for cold evenings",
    "The quiet return of the night train",
    "How a clockmaker fooled the fair",
    "What the new bridge will cost you",
]
FOOTER = (
    "About us|Contact us|Careers|Advertise with us|Privacy policy|Terms of use|Cookie settings|Site map"
    "|Accessibility|Help center|Follow us|Facebook|Instagram|YouTube|Back to top"
    "|© 2026 Brackwater Lantern. All rights reserved."
).split("|")
PAGE = [*MENU, HEADLINE, "By Ansel Rook", *SHARING, *ARTICLE, *RAIL, *FOOTER]


def test_the_article_of_a_flattened_page_stays_whole():
    """Headline and paragraphs stay in order; menu, rails and footer go."""
    kept = clean("\n".join(PAGE)).text.splitlines()
    assert [line for line in kept if line in {HEADLINE, *ARTICLE}] == [HEADLINE, *ARTICLE]
    assert not set(kept) & {*MENU, *SHARING, *RAIL, *FOOTER}


def test_each_cut_has_a_kind_and_a_reason():
    """Findings name kinds of their own, and say how sure they are and by what."""
    page = Page("\n".join(PAGE))
    found = judged_lines(page, find(page))
    assert found
    assert {cut.kind for cut in clean(page.text).cuts} >= {"navigation", "related", "copyright"}
    assert all(item.rule == PAGE_RULE and "% sure" in item.reason and not item.certain for item in found)


def test_text_and_cuts_make_the_page():
    """Clean text and cuts together are the page, character for character."""
    text = "\n".join(PAGE)
    cleaned = clean(text)
    pieces, at = [], 0
    for cut in cleaned.cuts:
        pieces.append(text[at : cut.start])
        at = cut.stop
    assert "".join(pieces) + text[at:] == cleaned.text


@pytest.mark.parametrize("heading", ["What the divers saw", "A costly winter"])
def test_a_long_article_is_untouched(heading: str):
    """Eighty clean lines, subheadings among them, come back as they are."""
    lines = [f"{line[:-1]}, as was said on day {day}." for day in range(1, 11) for line in ARTICLE[:7]]
    for at in range(70, 0, -7):
        lines.insert(at, f"{heading}, part {at}")
    assert len(lines) == 80
    assert clean("\n".join(lines)).cuts == ()


def test_a_short_text_is_no_page():
    """Under fifty lines nothing is judged as a page, however much of a menu they are."""
    page = Page("\n".join([*MENU, HEADLINE, *ARTICLE, *FOOTER][:49]))
    assert all(item.rule != PAGE_RULE for item in judged_lines(page, find(page)))


def test_other_findings_keep_their_lines():
    """A line that another rule touches with one character is in no finding of this one."""
    page = Page("\n".join(PAGE))
    line = page.lines[PAGE.index("Oldmoor bridge")]
    found = find(page)
    assert any(item.start <= line.start < item.stop for item in judged_lines(page, found))
    other = Found(line.start + 2, line.start + 3, "other", "test", "A test.")
    judged = judged_lines(page, [*found, other])
    assert judged
    assert all(item.stop <= line.start or line.stop <= item.start for item in judged)


def test_a_page_without_an_article_stays():
    """Menus alone are not cut: hardly a word would be left."""
    page = Page("\n".join([*MENU, *RAIL, *FOOTER]))
    assert all(item.rule != PAGE_RULE for item in judged_lines(page, find(page)))
