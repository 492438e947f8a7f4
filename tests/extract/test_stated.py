"""What a carrier states fills what the article itself lacks."""

import json
from datetime import UTC, datetime

import pytest

from ingest.extract import extract
from ingest.model import Extracted, Raw

STORY = "The ferry to Northhaven sails again from Monday, the harbour office said, and fares stay the same."
PAGE = f"""<html lang="de"><head><title>Fähre fährt</title><meta name="author" content="Lin Wu">
<meta property="article:published_time" content="2024-03-05T08:00:00Z"></head><body><p>{STORY}</p></body></html>"""
FEED = {
    "url": "https://harbour.example/ferry?utm_source=feed",
    "title": "Ferry sails",
    "byline": "Ana Silva",
    "published_at": "2024-03-05T10:00:00+01:00",
    "language": "en",
    "id": "tag:harbour.example,2024:7",
    "categories": ["sea"],
}


def text(**carried: object) -> Extracted:
    return extract(Raw("default", "a", "text", STORY.encode(), carried))


def page(data: bytes, **carried: object) -> Extracted:
    return extract(Raw("default", "a", "html", data, carried))


def test_a_text_lacks_everything() -> None:
    """A plain text takes all that is said of it; facts that no field holds are extra."""
    assert text(**FEED) == Extracted(
        text=STORY,
        media_type="text/plain",
        url="https://harbour.example/ferry?utm_source=feed",
        canonical_url="https://harbour.example/ferry",
        site="harbour.example",
        title="Ferry sails",
        byline="Ana Silva",
        published_at=datetime(2024, 3, 5, 9, tzinfo=UTC),
        published_from="carrier",
        language="en",
        record_id="tag:harbour.example,2024:7",
        extra={"categories": ["sea"]},
    )


def test_a_page_knows_better() -> None:
    """What the page says of itself wins; where it was fetched is known from the carrier."""
    found = page(PAGE.encode(), **FEED)
    assert (found.title, found.byline, found.language) == ("Fähre fährt", "Lin Wu", "de")
    assert (found.published_at, found.published_from) == (datetime(2024, 3, 5, 8, tzinfo=UTC), "meta")
    assert (found.canonical_url, found.extra) == ("https://harbour.example/ferry", {"categories": ["sea"]})


def test_a_record_knows_better() -> None:
    """A record's own fields win, its unknown ones too; the address of the carrier locates it."""
    data = json.dumps({"text": STORY, "title": "Own", "categories": ["own"]}).encode()
    found = extract(Raw("default", "a#1", "record", data, FEED))
    assert (found.title, found.byline, found.published_from) == ("Own", "Ana Silva", "carrier")
    assert (found.site, found.extra) == ("harbour.example", {"categories": ["own"]})


@pytest.mark.parametrize(("said", "origin"), [("2024-03-05T17:30:00Z", "carrier"), ("2026-01-01", "url")])
def test_a_moment_beats_the_day_of_the_address(said: str, origin: str) -> None:
    """The carrier's moment is finer than the address's day, but not if it lies far from it."""
    found = text(url="https://harbour.example/2024/03/05/ferry", published_at=said)
    assert found.published_from == origin


def test_what_cannot_be_used_is_kept() -> None:
    """A fact with a value of no use is extra, and does no harm."""
    found = text(published_at="soon", language="Elvish", url="not an address", charset="klingon")
    assert found.extra == {"published_at": "soon", "language": "Elvish"}
    assert (found.url, found.published_at, found.language) == (None, None, None)


@pytest.mark.parametrize(
    ("encoding", "declared", "carried"),
    [
        ("cp1251", "", "windows-1251"),
        ("cp1251", "windows-1251", "utf-8"),
        ("cp1251", "windows-1251", "iso-8859-1"),
        ("utf-8", "", "iso-8859-1"),
        ("utf-8", "utf-8", "windows-1251"),
        ("shift_jis", "", "shift_jis"),
        ("utf-16", "", "utf-16"),
    ],
)
def test_a_charset_that_may_lie(encoding: str, declared: str, carried: str) -> None:
    """The carrier's charset helps where it is right, and is not believed where the bytes say otherwise."""
    title = "フェリー再開" if encoding == "shift_jis" else "Паром отправится"
    meta = f'<meta charset="{declared}">' if declared else ""
    data = f"<html><head>{meta}<title>{title}</title></head><body><p>{STORY} {title}</p></body></html>"
    assert page(data.encode(encoding), charset=carried).title == title
