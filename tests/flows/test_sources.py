"""`copydesk sources` and its flows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.cli import cli
from flows.pipeline import Request
from flows.pipeline import run as run_pipeline
from flows.sources import due
from ingest.configured import parse
from tables import contents, rows
from warehouse.files import Files
from warehouse.sources import Collection

STORY = "The ferry to Northhaven sails again from Monday and fares stay as they are, the harbour office said."
CONFIGURATION = """
[[source]]
name = "wire"
location = "wire.csv"
map = { text = "story" }
licence = "CC BY 4.0"
schedule = "0 6 * * *"
site = "wire.example"

[[source]]
name = "notes"
location = ["notes", "sftp://ana:secret@host.example/notes"]
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and what one of its two sources reads; the other one is not there."""
    (tmp_path / "sources.toml").write_text(CONFIGURATION)
    (tmp_path / "wire.csv").write_text(
        f"story;title\n{STORY};Ferry\nToo;many;fields\n{STORY.upper()};Loud\nx\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_SOURCES", raising=False)
    monkeypatch.delenv("COPYDESK_WAREHOUSE", raising=False)
    return tmp_path


@pytest.fixture
def asked(command: Callable[..., Any], place: Path) -> Callable[..., Any]:
    """Run `copydesk sources` in that folder, on a warehouse that is not there yet."""

    def call(*arguments: str) -> Any:
        return command("sources", *arguments, "--warehouse", str(place / "w.duckdb"))

    return call


def warehouse(place: Path) -> Files:
    return Files(place / "w.duckdb")


def test_check_shows_and_writes_nothing(asked: Callable[..., Any], place: Path) -> None:
    """The first three inputs are shown as they would be stored and no file is made; one bad source is exit 1."""
    said = asked("check", "wire")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("wire: wire.csv (auto)\n  wire.csv#1\n    title: Ferry\n    url: not known\n")
    assert f"    site: wire.example\n    text: 18 words: {STORY}\n    cuts: none\n" in said.out
    assert (
        "  wire.csv#2\n    rejected (malformed): The row has 3 fields where the header has 2.\n" in said.out
    )
    assert "wire.csv#3" in said.out
    assert "wire.csv#4" not in said.out
    both = asked("check")
    assert both.code == 1
    assert "sources.toml, line 10, source 'notes', key 'location': There is no file or folder" in both.out
    assert sorted(path.name for path in place.iterdir()) == ["sources.toml", "wire.csv"]


def test_a_source_with_nothing_but_rejects_is_bad(asked: Callable[..., Any], place: Path) -> None:
    """Rejects alone, and an empty folder, are exit 1."""
    (place / "wire.csv").write_text("story;title\nx\n")
    assert asked("check", "wire").code == 1
    (place / "sources.toml").write_text('[[source]]\nname = "none"\nlocation = "empty"\n')
    (place / "empty").mkdir()
    said = asked("check")
    assert (said.code, said.out) == (1, "none: empty (auto)\n  There is nothing to read.\n")


def test_run_loads_and_notes_the_terms(asked: Callable[..., Any], place: Path) -> None:
    """Each source is run by itself: one that fails is told, and the documents of the others have their licence."""
    said = asked("run", "--all")
    assert said.code == 1
    assert "wire: Read 4 inputs: 2 added, 0 updated, 0 unchanged, 2 rejected." in said.out
    assert said.err.startswith("copydesk: notes: sources.toml, line 10, source 'notes', key 'location': ")
    sql = "SELECT DISTINCT source, site, licence FROM documents"
    assert rows(warehouse(place), sql) == [("wire", "wire.example", "CC BY 4.0")]
    stored = rows(warehouse(place), "SELECT name, locations, schedule, licence FROM sources ORDER BY name")
    assert stored == [
        ("notes", ["notes", "sftp://host.example/notes"], None, None),
        ("wire", ["wire.csv"], "0 6 * * *", "CC BY 4.0"),
    ]
    listed = json.loads(asked("list", "--format", "json").out)
    assert [(row["name"], row["documents"]) for row in listed] == [("wire", 2), ("notes", 0)]
    assert listed[0]["last_run"] is not None
    assert "secret" not in said.out + said.err + repr(listed) + repr(rows(warehouse(place), "FROM runs"))


def test_the_note_of_the_configuration_of_today_holds(asked: Callable[..., Any], place: Path) -> None:
    """Another note shows on what is stored already, whatever was ingested before and by which way."""
    run_pipeline(
        Request(["wire.csv"], "wire", columns={"text": "story"}, carried={"site": "wire.example"}),
        warehouse(place),
        on_wait=print,
    )
    assert rows(warehouse(place), "SELECT DISTINCT licence FROM articles") == [(None,)]
    assert "2 unchanged" in asked("run", "wire").out
    assert rows(warehouse(place), "SELECT DISTINCT licence FROM articles") == [("CC BY 4.0",)]
    (place / "sources.toml").write_text(CONFIGURATION.replace("BY 4.0", "BY-SA 4.0"))
    asked("run", "wire")
    assert rows(warehouse(place), "SELECT DISTINCT licence FROM documents") == [("CC BY-SA 4.0",)]


def test_only_what_is_due(asked: Callable[..., Any], place: Path) -> None:
    """A source with a schedule is due until it has run; one without is never."""
    assert "wire: Read 4 inputs" in asked("run", "--due").out
    [(ran,)] = rows(warehouse(place), "SELECT max(started_at) FROM runs")
    sources, stored = parse(CONFIGURATION, "s.toml"), {"wire": Collection(2, ran)}
    assert due(sources, stored, ran) == []
    following = datetime(ran.year + 1, 1, 1, tzinfo=UTC)
    assert [source.name for source in due(sources, stored, following)] == ["wire"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("run",), "Name sources, or give --all or --due."),
        (("run", "wire", "--all"), "Name sources, or give --all or --due."),
        (("check", "radio"), "There is no source 'radio' in the configuration; there are: wire, notes."),
        (("list", "--sources", "none.toml"), "There is no none.toml; copy sources.toml.example"),
    ],
)
def test_wrong_usage(asked: Callable[..., Any], arguments: tuple[str, ...], told: str) -> None:
    """What cannot be meant is exit 2 with one line."""
    said = asked(*arguments)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert said.err.count("\n") == 1


def test_every_part_has_help() -> None:
    """The group names what it can do."""
    assert set(cli.commands["sources"].commands) == {"list", "check", "run"}


def test_the_flow_makes_the_same_warehouse(
    prefect_server: None, asked: Callable[..., Any], place: Path
) -> None:
    """All sources by the flow are what the command loads; the one that fails is named."""
    from flows.collect import source, sources

    asked("run", "--all")
    by_flow = Files(place / "flow.duckdb")
    state = sources(everything=True, warehouse=str(by_flow.published), return_state=True)
    assert (state.is_failed(), state.message) == (True, "1 of 2 sources failed: notes.")
    assert contents(by_flow) == contents(warehouse(place))
    state = sources(warehouse=str(by_flow.published), return_state=True)
    assert (state.is_completed(), state.message) == (True, "No source is due.")
    state = source("radio", warehouse=str(by_flow.published), return_state=True)
    assert state.message.startswith("There is no source 'radio'")
    (place / "sources.toml").unlink()
    state = sources(warehouse=str(by_flow.published), return_state=True)
    assert (state.is_completed(), state.message) == (True, "There is no sources.toml: nothing to do.")
