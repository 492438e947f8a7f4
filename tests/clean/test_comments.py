"""Comment sections go; people who decline to comment stay."""

import pytest

from clean_story import STORY, around, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    "line",
    [
        "0 Comments",
        "12 comments",
        "Comments (7)",
        "What's Your Reaction?",
        "What’s your reaction?",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Join the conversation",
        "Log in to comment",
        "Share your thoughts in the comments",
        "You must be logged in to post a comment.",
        "Kommentare (3)",
        "Schreiben Sie einen Kommentar",
        "Laisser un commentaire",
        "Deja un comentario",
        "コメント（2件）",
        "Got a news tip? Email our newsroom.",
    ],
)
def test_comment_sections_go(line: str) -> None:
    """Headings, counters and notices of a comment section are cut."""
    assert_cut(below(line), "comments")


def test_reaction_words_go_together() -> None:
    """The words of reaction buttons are cut under their heading."""
    assert clean(below("What's Your Reaction?", "Like", "Angry", "Sad", "Wow")).text == STORY


@pytest.mark.parametrize(
    "line",
    [
        "The Orlen Observer has reached out to the shipyard for comment.",
        "The shipyard did not respond to a request for comment.",
        "Comments on the plan can be sent to the council until 4 May, the mayor said.",
        "She left a reply on the notice board, where it hung until the rain took it.",
        "Join the conversation early, the minister told young voters, or others will hold it for you.",
    ],
)
def test_requests_for_comment_stay(line: str) -> None:
    """A sentence of the story about commenting stays."""
    assert_kept(below(line))


def test_a_single_reaction_word_stays() -> None:
    """`Sad` alone is no reaction bar."""
    assert_kept(around("Sad"))
