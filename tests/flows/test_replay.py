"""`copydesk rejects` and `copydesk replay`: a fix later, the warehouse is as if the inputs had been good."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.pipeline import Request
from flows.pipeline import run as run_pipeline
from flows.replay import Replaying, replay
from ingest import process as processing
from ingest.errors import Refused
from ingest.model import Raw
from ingest.sources.reading import limits
from tables import contents, rows
from warehouse.files import Files
from warehouse.writer import Writer

STORY = "The ferry to Northhaven sails again from Monday and fares stay as they are, the harbour office said."
OTHER = "A footbridge in Westmark was closed on Tuesday because swans had built a nest in the middle of it."
OPEN = "SELECT source_uri, error_code FROM rejects WHERE replayed_at IS NULL ORDER BY ALL"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A page, lines, a mailbox with an empty mail, and an archive of a page and a table."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "ferry.txt").write_text(STORY)
    (folder / "lines.jsonl").write_text("\n".join(json.dumps({"text": f"{n}. {OTHER}"}) for n in range(3)))
    mail = (
        "From a Thu Mar  5 2026\nReceived: x\nMessage-ID: <{0}@x.example>\nContent-Type: text/{1}\n\n{2}\n\n"
    )
    (folder / "box.mbox").write_text(mail.format(1, "plain", STORY.upper()) + mail.format(2, "pdf", "%PDF"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("swans.html", f"<html><body><article><p>{OTHER} {STORY}</p></article></body></html>")
        archive.writestr("rows.csv", f"story;when\n{STORY} {OTHER};2026-03-04\n")
    (folder / "week.zip").write_bytes(packed.getvalue())
    return folder


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "w.duckdb")


def ingest(files: Files, folder: Path, **more: Any) -> None:
    run_pipeline(Request([str(folder)], **more), files, on_wait=print)


def without_rejects(files: Files) -> dict[str, list[str]]:
    return {name: found for name, found in contents(files).items() if name != "rejects"}


def broken(raw: Raw) -> Any:
    raise Refused("failed", "An older program could not do that.")


@pytest.mark.parametrize("size", [1, 1000])
def test_what_an_older_program_set_aside(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Everything that failed in processing is what it would have been, however it is split into batches."""
    files, good = Files(tmp_path / "w.duckdb"), Files(tmp_path / "good.duckdb")
    columns = {"text": "story"}
    (inputs / "box.mbox").unlink()
    lines = inputs / "lines.jsonl"
    lines.write_text(lines.read_text().replace('"text"', '"story"'))
    ingest(good, inputs, columns=columns)
    with monkeypatch.context() as older:
        older.setattr(processing, "extract", broken)
        ingest(files, inputs, columns=columns)
    assert rows(files, "SELECT count(*) FROM documents") == [(0,)]
    monkeypatch.setattr("flows.replay.BATCH_SIZE", size)
    done = replay(Replaying(codes=["failed"]), files, on_wait=print)
    assert (done.rejects, done.again, done.left) == (6, [], [])
    assert rows(files, OPEN) == []
    assert without_rejects(files) == without_rejects(good)
    run = rows(files, "SELECT seen, added, status FROM runs WHERE source = 'replay'")
    assert run == [(6, 6, "completed")]


def test_a_mapping_that_was_wrong(inputs: Path, tmp_path: Path, files: Files) -> None:
    """A table that was set aside as a whole is read with another mapping, in an archive too."""
    good = Files(tmp_path / "good.duckdb")
    ingest(good, inputs / "week.zip", columns={"text": "story"})
    ingest(files, inputs / "week.zip", columns={"text": "body"})
    assert rows(files, OPEN) == [("week.zip!/rows.csv", "malformed")]
    done = replay(Replaying(), files, on_wait=print)
    assert [reject.reason for reject in done.again] == [
        "There is no column 'body'; the columns are story, when."
    ]
    replay(Replaying(columns={"text": "story"}), files, on_wait=print)
    assert rows(files, OPEN) == []
    assert without_rejects(files) == without_rejects(good)


def test_what_fails_again_stays(inputs: Path, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same code it is the same reject with the reason of now, with another one a reject in its place."""
    with monkeypatch.context() as older:
        older.setattr(processing, "extract", broken)
        ingest(files, inputs / "ferry.txt")
    ingest(files, inputs / "box.mbox")
    assert rows(files, OPEN) == [("box.mbox#2", "no_text"), ("ferry.txt", "failed")]

    def otherwise(raw: Raw) -> Any:
        raise Refused("failed", "It is another reason now.")

    monkeypatch.setattr(processing, "extract", otherwise)
    replay(Replaying(), files, on_wait=print)
    sql = "SELECT reason FROM rejects WHERE source_uri = 'ferry.txt' AND replayed_at IS NULL"
    assert rows(files, sql) == [("It is another reason now.",)]

    def elsewise(raw: Raw) -> Any:
        raise Refused("no_text", "There is no text.")

    monkeypatch.setattr(processing, "extract", elsewise)
    replay(Replaying(), files, on_wait=print)
    assert rows(files, OPEN) == [("box.mbox#2", "no_text"), ("ferry.txt", "no_text")]
    assert rows(files, "SELECT count(*) FROM rejects") == [(3,)]


def test_files_whose_bytes_were_not_kept(
    inputs: Path, tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read where an absolute path led then, with all that stands beside; a relative one is only told."""
    good = Files(tmp_path / "good.duckdb")
    ingest(good, inputs / "lines.jsonl")
    ingest(good, inputs / "lines.jsonl", source="desk")
    monkeypatch.chdir(inputs)
    with monkeypatch.context() as smaller:
        smaller.setattr(limits, "MAX_DOCUMENT", 50)
        ingest(files, inputs / "lines.jsonl")
        ingest(files, Path("lines.jsonl"), source="desk")
    assert [code for _, code in rows(files, OPEN)] == ["too_large"] * 6
    done = replay(Replaying(), files, on_wait=print)
    assert len(done.left) == 3
    assert {why for _, why in done.left} == {
        "its bytes were not kept, and where its file lies is not known; "
        "read it with `copydesk ingest lines.jsonl --source desk`"
    }
    assert rows(files, "SELECT source, count(*) FROM documents GROUP BY ALL") == [("default", 3)]
    ingest(files, inputs / "lines.jsonl", source="desk")
    assert rows(files, OPEN) == []
    assert without_rejects(files) == without_rejects(good)


def test_a_file_that_is_gone(inputs: Path, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies nowhere any more is left with a sentence, also where only the folder is still there."""
    with monkeypatch.context() as smaller:
        smaller.setattr(limits, "MAX_DOCUMENT", 50)
        ingest(files, inputs / "lines.jsonl")
        ingest(files, inputs, source="all")
    (inputs / "lines.jsonl").unlink()
    done = replay(Replaying(codes=["too_large"]), files, on_wait=print)
    gone = [why for reject, why in done.left if reject.source_uri.startswith("lines")]
    assert len(gone) == 6
    assert all(
        why.startswith("its file is not there any more; read it with `copydesk ingest /") for why in gone
    )


def test_a_kill_between_batches(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A replay that ends halfway is completed by the next one, with the same result."""
    files, good = Files(tmp_path / "w.duckdb"), Files(tmp_path / "good.duckdb")
    ingest(good, inputs / "lines.jsonl")
    with monkeypatch.context() as older:
        older.setattr(processing, "extract", broken)
        ingest(files, inputs / "lines.jsonl")
    monkeypatch.setattr("flows.replay.BATCH_SIZE", 1)
    load, loaded = Writer.load, []

    def dies(writer: Writer, batch: Any) -> Any:
        if loaded:
            raise KeyboardInterrupt
        loaded.append(batch)
        return load(writer, batch)

    with monkeypatch.context() as killed:
        killed.setattr(Writer, "load", dies)
        with pytest.raises(KeyboardInterrupt):
            replay(Replaying(), files, on_wait=print)
    done = replay(Replaying(), files, on_wait=print)
    assert done.rejects == 2
    assert without_rejects(files) == without_rejects(good)


def test_a_table_that_was_mended(inputs: Path, files: Files) -> None:
    """Once its rows arrive, the reject of the whole table is closed: old bytes never come back over new ones."""
    table = inputs / "table.csv"
    table.write_text(f"a;b\n{STORY};1\n")
    ingest(files, table, source="desk")
    table.write_text(f"text;b\n{OTHER};1\n")
    ingest(files, table, source="desk")
    assert rows(files, OPEN) == []
    assert replay(Replaying(), files, on_wait=print).rejects == 0


def test_an_archive_that_is_still_cut_short(inputs: Path, files: Files) -> None:
    """What comes out of a damaged archive does not close the reject that says so."""
    whole = (inputs / "week.zip").read_bytes()
    (inputs / "week.zip").write_bytes(whole.replace(b"A footbridge", b"A footbrigde", 1))
    for _ in range(2):
        ingest(files, inputs / "week.zip", columns={"text": "story"})
        assert ("week.zip!/swans.html", "malformed") in rows(files, OPEN)
    (inputs / "week.zip").write_bytes(whole)
    ingest(files, inputs / "week.zip", columns={"text": "story"})
    assert rows(files, OPEN) == []


@pytest.fixture
def asked(command: Callable[..., Any], inputs: Path, files: Files) -> Callable[..., Any]:
    """Run the command line on a warehouse with rejects, in the folder of its inputs."""
    (inputs / "nothing.txt").write_bytes(b"")
    ingest(files, inputs, source="desk")

    def call(*arguments: str) -> Any:
        return command(*arguments, "--warehouse", str(files.published))

    return call


def test_rejects_are_listed(asked: Callable[..., Any]) -> None:
    """As rows in each format, by code and collection."""
    found = json.loads(asked("rejects", "--format", "json").out)
    assert [(row["source_uri"], row["error_code"], row["kept"]) for row in found] == [
        ("box.mbox#2", "no_text", True),
        ("nothing.txt", "empty", True),
        ("week.zip!/rows.csv", "malformed", True),
    ]
    assert set(found[0]) >= {"reject_id", "source", "reason", "size", "met_at", "replayed_at"}
    two = json.loads(asked("rejects", "--code", "empty", "--code", "no_text", "--format", "json").out)
    assert len(two) == 2
    assert json.loads(asked("rejects", "--source", "wire", "--format", "json").out) == []


def test_replaying_by_the_command(
    asked: Callable[..., Any], files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dry run tells and writes nothing; then it is done, told, and on record."""
    monkeypatch.delenv("COPYDESK_SOURCES", raising=False)
    before = files.published.read_bytes()
    dry = asked("replay", "--map", "text=story", "--dry-run")
    assert dry.code == 0
    assert dry.out.startswith(
        "Took 3 rejects again.\n1 document would be read:\n  week.zip!/rows.csv#1\n2 inputs set aside again:\n"
    )
    assert dry.out.endswith("Nothing was written.\n")
    assert files.published.read_bytes() == before
    said = asked("replay", "--map", "text=story")
    assert "Read 3 inputs: 1 added, 0 updated, 0 unchanged, 2 rejected." in said.out
    assert "  nothing.txt: The file is empty. (empty)\n" in said.out
    listed = json.loads(asked("rejects", "--all", "--format", "json").out)
    assert [row["source_uri"] for row in listed if row["replayed_at"]] == ["week.zip!/rows.csv"]
    [(parameters,)] = rows(files, "SELECT parameters FROM runs WHERE source = 'replay'")
    assert json.loads(parameters) == {"codes": [], "source": None, "columns": {"text": "story"}}
    assert asked("replay", "--code", "undecodable").out == "There is no such reject.\n"


def test_a_source_tells_where_its_files_lie(
    asked: Callable[..., Any], inputs: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A configured source is read with the mapping of today, from its place."""
    monkeypatch.chdir(inputs)
    with monkeypatch.context() as smaller:
        smaller.setattr(limits, "MAX_DOCUMENT", 50)
        ingest(files, Path("lines.jsonl"), source="lines")
    configuration = inputs / "mine.toml"
    configuration.write_text('[[source]]\nname = "lines"\nlocation = "lines.jsonl"\nlanguage = "nl"\n')
    said = asked("replay", "--code", "too_large", "--sources", str(configuration))
    assert "Read 3 inputs: 3 added" in said.out
    assert rows(files, "SELECT DISTINCT language FROM documents WHERE source = 'lines'") == [("nl",)]


def test_no_warehouse(command: Callable[..., Any], tmp_path: Path) -> None:
    """Without a warehouse there is nothing to take again, and none is made."""
    for arguments in (("replay",), ("replay", "--dry-run"), ("rejects",)):
        said = command(*arguments, "--warehouse", str(tmp_path / "none.duckdb"))
        assert (said.code, said.err.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []


def test_the_flow_does_the_same(
    prefect_server: None, inputs: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the form, codes and a mapping are given as text; a wrong mapping is a failed run with a sentence."""
    from flows.replaying import replay as flow

    monkeypatch.chdir(inputs)
    monkeypatch.delenv("COPYDESK_SOURCES", raising=False)
    ingest(files, inputs / "week.zip")
    place = str(files.published)
    state = flow(code="malformed, empty", mapping="text=story", warehouse=place, return_state=True)
    assert (state.is_completed(), state.message) == (True, "Took 1 reject again.")
    assert rows(files, OPEN) == []
    state = flow(mapping="story", warehouse=place, return_state=True)
    assert state.is_failed()
    assert state.message.startswith("'story' is no mapping")
