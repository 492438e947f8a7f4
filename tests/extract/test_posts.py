"""Embedded posts are read from the platforms' own embed markup."""

from datetime import date

import pytest

from ingest.extract.dom import parse
from ingest.extract.posts import find_posts
from ingest.model import Embed


def posts_of(markup: str) -> tuple[Embed, ...]:
    root = parse(f"<html><body><p>Before.</p>{markup}<p>After.</p></body></html>")
    assert root is not None
    return find_posts(root)


def test_post_of_x() -> None:
    """A post of X gives author, handle, day, words and addresses."""
    (post,) = posts_of(
        '<blockquote class="twitter-tweet"><p lang="en">The ferry<br>sails <a href="https://t.example/x">again</a>.'
        '</p>&mdash; Harbour Office (@harbour_office) <a href="https://twitter.com/harbour_office/status/5">'
        "March 5, 2024</a></blockquote><script async src=widgets.js></script>"
    )
    assert post == Embed(
        start=None,
        stop=None,
        platform="x",
        author="Harbour Office",
        handle="harbour_office",
        posted_on=date(2024, 3, 5),
        text="The ferry sails again.",
        urls=("https://t.example/x", "https://twitter.com/harbour_office/status/5"),
    )


def test_post_of_instagram() -> None:
    """A post of Instagram gives its permalink and who shared it."""
    (post,) = posts_of(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/AbC/">'
        '<div><a href="https://www.instagram.com/p/AbC/">A post shared by Ana Silva (@ana.silva)</a></div>'
        "</blockquote>"
    )
    assert (post.platform, post.author, post.handle) == ("instagram", "Ana Silva", "ana.silva")
    assert post.urls == ("https://www.instagram.com/p/AbC/",)


@pytest.mark.parametrize(
    ("caption", "words"), [("", ""), ("<p>Cold hands on the quay.</p>", "Cold hands on the quay.")]
)
def test_service_lines_are_no_words(caption: str, words: str) -> None:
    """What an embed says until its script runs is no part of the post's words."""
    (post,) = posts_of(
        '<blockquote class="instagram-media"><a href="https://www.instagram.com/p/Q1/">View this post on '
        f"Instagram</a>{caption}<p>A post shared by Ida Fenn (@idafenn)</p></blockquote>"
    )
    assert (post.author, post.handle, post.text) == ("Ida Fenn", "idafenn", words)


def test_post_of_bluesky() -> None:
    """A post of Bluesky is signed like one of X, with a time after the day."""
    (post,) = posts_of(
        '<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>Fog over the harbour.</p>&mdash; '
        'Lin Wu (<a href="https://bsky.app/profile/x">@lin.example</a>) '
        '<a href="https://bsky.app/profile/x/post/1">March 5, 2024 at 3:00 PM</a></blockquote>'
    )
    assert (post.platform, post.handle, post.posted_on) == ("bluesky", "lin.example", date(2024, 3, 5))
    assert post.text == "Fog over the harbour."


TIKTOK = '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ana/video/5"></blockquote>'
MASTODON = '<iframe src="https://social.example/@lin/109/embed" class="mastodon-embed"></iframe>'
FACEBOOK = '<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/5"></div>'
FRAME = (
    '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Ffacebook.com%2Fx"></iframe>'
)
TELEGRAM = '<iframe src="https://t.me/harbour/17?embed=1"></iframe>'


@pytest.mark.parametrize(
    ("markup", "platform", "handle"),
    [
        (TIKTOK, "tiktok", "ana"),
        (MASTODON, "mastodon", "lin"),
        (FACEBOOK, "facebook", None),
        (FRAME, "facebook", None),
        (TELEGRAM, "telegram", "harbour"),
    ],
)
def test_other_platforms(markup: str, platform: str, handle: str | None) -> None:
    """Other platforms are known by class or frame, with the handle that their address shows."""
    (post,) = posts_of(markup)
    assert (post.platform, post.handle) == (platform, handle)
    assert post.urls


def test_same_post_counts_once() -> None:
    """A post that a page embeds twice is one."""
    post = '<blockquote class="twitter-tweet"><p>One.</p>&mdash; A (@a) March 5, 2024</blockquote>'
    assert len(posts_of(post + post)) == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>The ferry sails again.</p>— Harbour master</blockquote>",
        '<iframe src="https://video.example/embed/5"></iframe>',
        '<a href="https://twitter.com/harbour">Follow us</a>',
    ],
)
def test_what_is_no_post(markup: str) -> None:
    """A quotation, a film and a link to a profile are no posts."""
    assert posts_of(markup) == ()
