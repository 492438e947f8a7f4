"""`copydesk stories`, `copydesk story`, and links and unlinks of stories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tables import rows
from warehouse.files import Files

FERRY = [
    "The ferry Almira ran aground off Port Ellery, according to the Harbour Gazette. Tugs from Dunmarrow pulled at "
    "dawn, said harbour master Ineke Vos. The Almira carried 212 passengers to Skerry.",
    "Tugs from Dunmarrow freed the stranded Almira, said Ineke Vos, who runs the harbour of Port Ellery. The Almira "
    "carried 198 passengers to Skerry, the Harbour Gazette reported.",
]
HIVES = "Beekeeper Tomas Weil won the Quillmark honey prize with 48 jars from eleven hives above the old exchange."


@pytest.fixture
def files(command: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A warehouse with a story of two tellings, of which one has a copy, and with another article."""
    records = [
        ("herald", "Ferry aground off Port Ellery", FERRY[0], "2026-03-01T08:00:00Z"),
        ("wire", "Stranded ferry freed", FERRY[1], "2026-03-01T19:30:00Z"),
        ("echo", "Ferry aground", FERRY[0], "2026-03-02T06:00:00Z"),
        ("herald", "Roof honey wins", HIVES, "2026-03-05T06:00:00Z"),
    ]
    lines = [
        json.dumps({"url": f"https://{site}.example/{n}", "title": title, "text": text, "published_at": at})
        for n, (site, title, text, at) in enumerate(records)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    files = Files(tmp_path / "w.duckdb")
    monkeypatch.setenv("COPYDESK_WAREHOUSE", str(files.published))
    assert command("ingest", str(tmp_path / "a.jsonl")).code == 0
    return files


def test_stories_are_listed(command: Callable[..., Any], files: Files) -> None:
    """With sizes, headline, sites and who was first; small ones only when asked for."""
    said = command("stories")
    assert said.code == 0
    for part in ("Ferry aground off Port Ellery", "herald.example", "2026-03-01 08:00", "1 story;"):
        assert part in said.out
    assert "Roof honey" not in said.out
    assert "Roof honey wins" in command("stories", "--min-size", "1").out
    [found] = json.loads(command("stories", "--format", "json").out)
    assert (found["size"], found["tellings"], found["origins"]) == (3, 2, 1)
    assert found["sites"] == ["echo.example", "herald.example", "wire.example"]
    assert command("stories", "--format", "csv").out.startswith(
        "headline,size,tellings,origins,sites,first_site"
    )


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        (["--since", "2026-03-02"], True),
        (["--since", "2026-03-03"], False),
        (["--until", "2026-03-01"], True),
        (["--until", "2026-02-28"], False),
        (["--until", "9999-12-31"], True),
        (["--since", "2026-03-01T20:00", "--until", "2026-03-01T08:00"], True),
        (["--until", "2026-03-01T07:59"], False),
    ],
)
def test_stories_of_a_time(
    command: Callable[..., Any], files: Files, options: list[str], listed: bool
) -> None:
    """A story counts that was still told then and had begun by then."""
    assert ("Ferry aground" in command("stories", *options).out) is listed
    assert listed or "There is no such story." in command("stories", *options).out


def test_a_story_is_shown(command: Callable[..., Any], files: Files) -> None:
    """Timeline, tellings with copies and what they share, origins, and conflicts with both passages."""
    said = command("story", "a.jsonl#2")
    assert said.code == 0
    for part in (
        "3 documents, 2 tellings, 1 independent origin; 2026-03-01 08:00 to 2026-03-02 06:00 UTC",
        "2026-03-01 19:30",
        "copy of ",
        "1 copy: echo.example",
        "cites Harbour Gazette",
        "citing Harbour Gazette",
        "most like ",
        "figure: ",
        "212 passengers",
        "198 passengers",
    ):
        assert part in said.out, part
    [(story_id,)] = rows(files, "SELECT DISTINCT story_id FROM stories WHERE size = 3")
    assert command("story", str(story_id)[:8]).out == said.out
    found = json.loads(command("story", str(story_id), "--format", "json").out)
    assert found["story_id"] == str(story_id)
    assert [len(found[part]) for part in ("documents", "tellings", "conflicts")] == [3, 2, 1]


def test_an_unknown_story(command: Callable[..., Any], files: Files) -> None:
    """A name that nothing has is told in one line."""
    said = command("story", "nowhere")
    assert (said.code, said.out) == (1, "")
    assert "No document has the id" in said.err


def test_documents_that_explain_a_story(command: Callable[..., Any], files: Files) -> None:
    """`explain` says in a sentence why two that are no copies report one event, also as JSON and as a page."""
    said = command("explain", "a.jsonl#1", "a.jsonl#2")
    assert "They report the same event in other words: " in said.out
    assert "They are in one story of 3 documents" in said.out
    assert "They disagree on " in said.out
    story = json.loads(command("explain", "a.jsonl#1", "a.jsonl#2", "--format", "json").out)["story"]
    assert story["same"]
    assert story["score"] >= story["needed"]
    texts = dict(rows(files, "SELECT source_uri, text FROM documents"))
    for shared in story["shared"]:
        for side, uri in (("a", "a.jsonl#1"), ("b", "a.jsonl#2")):
            if shared[f"start_{side}"] >= 0:
                part = texts[uri][shared[f"start_{side}"] : shared[f"stop_{side}"]]
                assert part == shared[f"text_{side}"] != ""
    assert "They report the same event" in command("explain", "a.jsonl#1", "a.jsonl#2", "--html").out
    apart = command("explain", "a.jsonl#1", "a.jsonl#4").out
    assert "They are in two stories, of 3 and of 1." in apart
    assert "report the same event" not in apart
    assert (
        "Copies are in one story; theirs has 3 documents." in command("explain", "a.jsonl#1", "a.jsonl#3").out
    )


def test_unlink_takes_the_closest_that_they_are_together_in(
    command: Callable[..., Any], files: Files
) -> None:
    """Copies are kept apart as copies, other tellings of a story as a story; --as says otherwise."""
    said = command("unlink", "a.jsonl#1", "a.jsonl#3").out
    assert "They are in two groups, of 1 and of 1. They are in one story." in said
    assert command("unlink", "a.jsonl#3", "a.jsonl#1").out == "Already unlinked.\n"
    assert "They are in two stories." in command("unlink", "a.jsonl#1", "a.jsonl#3", "--as", "story").out
    assert "They are in two stories." in command("unlink", "a.jsonl#2", "a.jsonl#3").out
    assert command("unlink", "a.jsonl#2", "a.jsonl#3").out == "Already unlinked, as a story.\n"
    sql = "SELECT verdict, level FROM verdicts"
    assert rows(files, sql) == [("unlinked", "story")] * 2
    assert "An analyst unlinked them as a story." in command("explain", "a.jsonl#2", "a.jsonl#3").out


def test_link_as_a_story(command: Callable[..., Any], files: Files, tmp_path: Path) -> None:
    """Linked as a story they are no copies, and the verdict moves into a new warehouse."""
    said = command("link", "a.jsonl#1", "a.jsonl#4", "--as", "story").out
    assert "They are in two groups, of 2 and of 1. They are in one story." in said
    assert rows(files, "SELECT DISTINCT size FROM stories") == [(4,)]
    (tmp_path / "said.csv").write_text(command("verdicts", "--format", "csv").out, "utf-8")
    other = Files(tmp_path / "other.duckdb")
    command("verdicts", "load", str(tmp_path / "said.csv"), "--warehouse", str(other.published))
    command("ingest", str(tmp_path / "a.jsonl"), "--warehouse", str(other.published))
    sql = "SELECT doc_id, story_id FROM stories ORDER BY doc_id"
    assert rows(other, sql) == rows(files, sql)
    assert "because an analyst said so" in command("explain", "a.jsonl#1", "a.jsonl#4").out
