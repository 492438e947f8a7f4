"""Pleas to subscribe go; news about subscriptions stays."""

import pytest

from clean_story import assert_cut, assert_kept, below


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter",
        "Sign up for our daily newsletter and never miss a tide.",
        "Already a subscriber? Log in",
        "Support our journalism",
        "Get the app",
        "SUBSCRIBE: Get the Gazette delivered to your inbox every Friday",
        "Don’t miss a story: sign up for our daily email",
        "Follow us on Facebook, Instagram and X",
        "Get the day's stories delivered to your inbox.",
        "Your support keeps the Gazette free for everyone. Make a one-off or monthly donation today.",
        "By signing up you agree to our terms of use and privacy policy.",
        "This article is for subscribers only",
        "Jetzt abonnieren",
        "Jetzt unseren Newsletter abonnieren und nichts mehr verpassen!",
        "Enjoying this story? Get the Harbour Briefing by email every weekday at 7.",
        "SIGN UP: The Harbour Weekly, free in your inbox",
        "Melden Sie sich jetzt für unseren Newsletter an",
        "Inscrivez-vous à notre newsletter",
        "Suscríbete a nuestro boletín y recibe las noticias",
        "Zapisz się do newslettera",
        "Follow Ada Lind on Bluesky",
    ],
)
def test_pleas_go(line: str) -> None:
    """A line that asks to subscribe, follow, register or donate is cut."""
    assert_cut(below(line), "subscription")


@pytest.mark.parametrize(
    "line",
    [
        "Sign up sheets ran out before noon, said Edda Quill.",
        "Newsletters have become a business of their own: the largest in the county has nine thousand readers.",
        "Subscribers to the ferry’s text alerts were told first, at six in the morning.",
        "The union asked its members to support the strike, and most did.",
        "Donations of blankets reached the island on Sunday.",
        "“Subscribe to nothing,” her father used to say.",
        "He followed them on Facebook for years before they met.",
    ],
)
def test_news_about_subscriptions_stays(line: str) -> None:
    """A sentence of the story about newsletters, members or donations stays."""
    assert_kept(below(line))
