"""Names of classes tell what elements are for; words that only look alike do not."""

import pytest

from ingest.extract.blocks.hints import bit, hints_in


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("comment-list", "comment"),
        ("postComments", "comment"),
        ("story_related", "related"),
        ("newsletter-signup", "promo"),
        ("article-body", "body"),
        ("wp-caption-text", "media"),
        ("AD", "ad"),
    ],
)
def test_purposes(name: str, purpose: str) -> None:
    """A word of a name says what the element is for, in any spelling."""
    assert hints_in(name) & bit(purpose)


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("responsive", "comment"),
        ("header", "ad"),
        ("format-standard", "promo"),
        ("address", "ad"),
        ("", "body"),
    ],
)
def test_look_alikes(name: str, purpose: str) -> None:
    """A name that merely contains the letters says nothing."""
    assert not hints_in(name) & bit(purpose)
