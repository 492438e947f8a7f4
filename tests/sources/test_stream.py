"""One input from anywhere: containers in containers within bounds, formats by what is known of the bytes."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from ingest.errors import Refused
from ingest.model import Raw, Reject
from ingest.sources import Origin, read_stream
from ingest.sources.reading import limits, stream
from ingest.sources.reading.member import Item, Member, Names, is_hidden, tidy
from ingest.sources.reading.opening import peek

STORY = b"The ferry to Northhaven sails again from Monday, the harbour office said."
PAGE = b"<!DOCTYPE html><html><body><p>" + STORY + b"</p></body></html>"
FETCHED = datetime(2026, 3, 3, tzinfo=UTC)


def read(data: bytes, name: str = "", **said: object) -> list[tuple[str, str]]:
    """The address of every article with its format, or with the code of its reject."""
    origin = Origin("default", name or "x").saying(said)
    found = read_stream(io.BytesIO(data), origin, name=name)
    return [(item.source_uri, item.format if isinstance(item, Raw) else item.code) for item in found]


def box(*members: tuple[str, bytes]) -> Any:
    """A container format that holds the given files, and itself where their data is empty."""

    def unpack(data: io.BufferedReader, origin: Origin) -> Iterator[Item]:
        names = Names(origin)
        for name, inner in members:
            yield Member(io.BytesIO(inner or b"BOX"), names.give(name), name)

    return SimpleNamespace(read=unpack, looks_like=lambda head: head == b"BOX")


def use(monkeypatch: pytest.MonkeyPatch, container: Any) -> None:
    """Have the container chosen for names that end in `.box`, and the known formats for all others."""
    known = stream.choose
    monkeypatch.setattr(
        stream, "choose", lambda name, *more: container if name.endswith(".box") else known(name, *more)
    )


def test_members_are_inputs_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files in a container are chosen, unpacked, numbered and rejected as files in a folder are."""
    lines = gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n')
    use(
        monkeypatch,
        box(("a.html", PAGE), ("b.jsonl.gz", lines), ("c.png", b"\x89PNG\r\n\x1a\n"), ("d.txt", STORY)),
    )
    assert read(b"BOX", "x.box") == [
        ("x.box!/a.html", "html"),
        ("x.box!/b.jsonl.gz#1", "record"),
        ("x.box!/b.jsonl.gz#2", "record"),
        ("x.box!/c.png", "unsupported"),
        ("x.box!/d.txt", "text"),
    ]


def test_a_container_in_itself_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers nest to a certain depth; what came before the limit counts."""
    use(monkeypatch, box(("a.txt", STORY), ("again.box", b"")))
    found = read(b"BOX", "x.box")
    assert [code for _, code in found] == ["text"] * limits.MAX_DEPTH + ["too_large"]
    assert found[-1] == ("x.box", "too_large")
    assert found[1][0] == "x.box!/again.box!/a.txt"


def test_more_files_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit on files the rest is not read."""
    monkeypatch.setattr(limits, "MAX_MEMBERS", 2)
    use(monkeypatch, box(*((f"{n}.txt", STORY) for n in range(5))))
    assert [code for _, code in read(b"BOX", "x.box")] == ["text", "text", "too_large"]


def test_out_of_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to a multiple that no text has is given up, whatever its size in memory."""
    monkeypatch.setattr(limits, "FREE_UNPACKED", 1000)
    lines = b'{"text": "The same again and again."}\n' * 100_000
    found = read(gzip.compress(lines), "a.jsonl.gz")
    assert found[-1] == ("a.jsonl.gz", "too_large")
    assert len(found) < 90_000


def test_a_format_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a reader raises becomes a reject, and the next file in the container is read."""

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise ValueError("no such thing")

    def unpack(data: io.BufferedReader, origin: Origin) -> Iterator[Item]:
        yield Member(Failing(), origin.part("x.box!/a"))
        yield Member(io.BytesIO(STORY), origin.part("x.box!/b"))
        raise Refused("malformed", "It ends too early.")

    use(monkeypatch, SimpleNamespace(read=unpack))
    assert read(b"BOX", "x.box") == [("x.box!/a", "failed"), ("x.box!/b", "text"), ("x.box", "malformed")]


@pytest.mark.parametrize(
    ("data", "media_type", "outcome"),
    [
        (PAGE, "text/html; charset=utf-8", "html"),
        (b"<section>" + STORY, "text/html", "html"),
        (PAGE, "text/plain", "html"),
        (PAGE, "application/octet-stream", "html"),
        (STORY, "text/plain", "text"),
        (b'{"text": "One."}', "text/html", "record"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "unsupported"),
        (STORY, "video/mp4", "unsupported"),
    ],
)
def test_media_types_and_their_lies(data: bytes, media_type: str, outcome: str) -> None:
    """Without a telling name the content counts first, then the media type that came with it."""
    assert [code for _, code in read(data, media_type=media_type)] == [outcome]


def test_facts_go_along() -> None:
    """An article carries what is known of it; records and files inside keep what holds for all of them."""
    said = {"url": "https://a.example/x", "language": "de", "title": "Week"}
    origin = Origin("wire", "x").saying(said, FETCHED)
    [page] = read_stream(io.BytesIO(PAGE), origin)
    assert page == Raw("wire", "x", "html", PAGE, said)
    assert isinstance(page, Raw)
    assert page.fetched_at == FETCHED
    [line] = read_stream(io.BytesIO(b'{"text": "One."}'), origin)
    assert isinstance(line, Raw)
    assert (line.carried, line.fetched_at) == ({"language": "de"}, FETCHED)
    [reject] = read_stream(io.BytesIO(b""), origin)
    assert isinstance(reject, Reject)
    assert reject.carried == said


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a/b.html", "a/b.html"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\news\\a.txt", "news/a.txt"),
        ("a/./../b//c", "a/b/c"),
        ("..", "unnamed"),
        ("a\x00\nb.txt", "ab.txt"),
        ("caf\udce9.txt", "caf\\udce9.txt"),
    ],
)
def test_names_lead_nowhere_else(name: str, plain: str) -> None:
    """An address inside an archive is a plain relative path, whatever the archive says."""
    assert tidy(name) == plain


def test_names_are_unique() -> None:
    """Files of one name are numbered in their order, also where a number is taken already."""
    names = Names(Origin("default", "a.zip"))
    given = [names.give(name).uri for name in ("x.txt", "x.txt~2", "x.txt", "../x.txt")]
    assert given == ["a.zip!/x.txt", "a.zip!/x.txt~2", "a.zip!/x.txt~3", "a.zip!/x.txt~4"]


def test_hidden_files() -> None:
    """What a folder would hide an archive hides too."""
    assert [is_hidden(name) for name in ("a/.b", "__MACOSX/a.txt", "./a.txt", "../a")] == [
        True,
        True,
        False,
        False,
    ]


def test_seeking_back() -> None:
    """A stream that can go back still can when its first bytes were looked at."""
    head, again = peek(io.BytesIO(STORY))
    assert (head, again.seekable(), again.read(3)) == (STORY, True, STORY[:3])
    assert (again.seek(-8, io.SEEK_END), again.read(), again.seek(4), again.read(5)) == (
        len(STORY) - 8,
        STORY[-8:],
        4,
        STORY[4:9],
    )
