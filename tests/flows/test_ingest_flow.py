"""The Prefect flow in a real server: states, artifacts, retries, and the same warehouse as the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from flows.choices import BATCH_SIZE, FORMATS, MOST_IN_BATCH
from ingest import sources
from seed_corpus import SEEDS
from tables import contents, rows
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.runs import Counts

PROGRAM = Path(sys.executable).with_name("copydesk")


def artifacts(state: Any) -> dict[str, Any]:
    """Return the artifacts of a flow run by key."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

    mine = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[state.state_details.flow_run_id]))
    with get_client(sync_client=True) as client:
        return {found.key: found.data for found in client.read_artifacts(artifact_filter=mine)}


def task_runs(state: Any) -> list[str]:
    """Return the names of a flow run's tasks."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    mine = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
    with get_client(sync_client=True) as client:
        return sorted(found.name for found in client.read_task_runs(flow_run_filter=mine))


def test_the_flow_and_the_command_make_the_same_warehouse(ingest_flow: Any, tmp_path: Path) -> None:
    """On the sample corpus every table is equal, however the work was run and split into batches."""
    by_flow, by_command = Files(tmp_path / "flow.duckdb"), Files(tmp_path / "command.duckdb")
    state = ingest_flow(str(SEEDS), warehouse=str(by_flow.published), batch_size=40, return_state=True)
    assert state.is_completed(), state.message
    subprocess.run(
        [PROGRAM, "ingest", SEEDS, "--warehouse", by_command.published], check=True, stdout=subprocess.DEVNULL
    )
    tables = contents(by_flow)
    assert tables == contents(by_command)
    empty = [name for name, found in tables.items() if not found]
    assert empty == ["carried", "sources"], "the sample corpus should fill every table that files can"


def test_a_run_leaves_its_story(ingest_flow: Any, corpus: Path, tmp_path: Path) -> None:
    """The final state is a sentence, batches have numbers, and the artifacts hold the details."""
    state = ingest_flow(str(corpus), warehouse=str(tmp_path / "w.duckdb"), batch_size=4, return_state=True)
    assert state.message == "Read 6 inputs: 4 added, 0 updated, 0 unchanged, 2 rejected."
    assert task_runs(state) == ["clean batch 1", "clean batch 2", "load batch 1", "load batch 2"]
    found = artifacts(state)
    assert set(found) == {"summary", "chart", "progress", "evidence", "cuts", "copies", "rejects"}
    assert found["progress"] == 100.0
    assert "](data:image/svg+xml;base64," in found["chart"]
    assert "| advertisement | 1 |" in found["summary"]
    assert {row["kind"] for row in json.loads(found["cuts"])} == {"advertisement", "copyright"}
    assert "[Evidence 1](../../artifacts/artifact/" in found["summary"]
    assert "### Evidence 1" in found["evidence"]
    [group] = json.loads(found["copies"])
    assert group["size"] == 2
    assert group["why"]
    assert {row["error_code"] for row in json.loads(found["rejects"])} == {"empty", "malformed"}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"path": "no-such-folder"}, "no-such-folder"),
        ({"path": "-", "create_folder": True}, "standard input"),
        ({"path": "https://"}, "no address of a page; write it in full"),
        ({"path": ".", "batch_size": 0}, "1 to 5000"),
        ({"path": ".", "format": "pdf"}, "choose one of auto"),
        ({"path": ".", "source": " "}, "name"),
        ({"path": ".", "contact": "Jürgen"}, "cannot be told the contact 'Jürgen'"),
        ({"path": ".", "allow_hosts": "a.example b.example:80"}, "'b.example:80' is no name of a host"),
        ({"path": ".", "canonical": "newest"}, "choose earliest, longest"),
        ({"path": ".", "mapping": "author=writer"}, "no field 'author'"),
        ({"path": ".", "near": 0.3}, "choose one from 0.5 to 1"),
    ],
)
def test_a_wrong_value_fails_in_a_sentence_before_any_work(
    ingest_flow: Any, tmp_path: Path, values: dict[str, Any], words: str
) -> None:
    """The run fails with one sentence, runs no task and makes no file."""
    state = ingest_flow(**values, warehouse=str(tmp_path / "w.duckdb"), return_state=True)
    assert state.is_failed()
    assert words in state.message
    assert "\n" not in state.message
    assert task_runs(state) == []
    assert list(tmp_path.iterdir()) == []


def test_a_watched_folder_may_be_missing_and_empty(ingest_flow: Any, tmp_path: Path) -> None:
    """With create_folder the folder is made, and an empty one is nothing to do."""
    inbox, warehouse = tmp_path / "inbox", tmp_path / "w.duckdb"
    for _ in range(2):
        state = ingest_flow(str(inbox), warehouse=str(warehouse), create_folder=True, return_state=True)
        assert state.is_completed()
        assert "nothing to do" in state.message
    assert inbox.is_dir()
    assert not warehouse.exists()


def test_the_form_chooses_the_policy(ingest_flow: Any, corpus: Path, tmp_path: Path) -> None:
    """What the form says of canonical documents is kept; a run that leaves it empty changes nothing of it."""
    files = Files(tmp_path / "w.duckdb")
    for policy in ("longest", ""):
        state = ingest_flow(str(corpus), warehouse=str(files.published), canonical=policy, return_state=True)
        assert state.is_completed(), state.message
    assert rows(files, "SELECT value FROM settings WHERE name = 'canonical'") == [("longest",)]


def test_the_form_sets_thresholds(ingest_flow: Any, corpus: Path, tmp_path: Path) -> None:
    """Those of the form hold for its source; where it says 0 they stay as they are."""
    files = Files(tmp_path / "w.duckdb")
    for near in (0.85, 0):
        settings = {"warehouse": str(files.published), "source": "wire", "near": near}
        assert ingest_flow(str(corpus), **settings, return_state=True).is_completed()
    assert rows(files, "SELECT source, near, contains FROM thresholds WHERE source IS NOT NULL") == [
        ("wire", 0.85, None)
    ]


class Disk:
    """A writer whose disk fails a number of times."""

    def __init__(self, errors: Sequence[Exception]) -> None:
        self.errors = list(errors)
        self.calls = 0

    def load(self, batch: Batch) -> Counts:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return Counts(added=1)


def load_once(writer: Disk) -> Any:
    """Run the task `load` alone, without its pauses."""
    from prefect import flow
    from prefect.utilities.annotations import quote

    from flows.ingest import load

    @flow(persist_result=False)
    def once() -> Counts:
        return load.with_options(retry_delay_seconds=0)(1, quote(writer), quote(Batch()))

    return once(return_state=True)


@pytest.mark.usefixtures("prefect_server")
def test_a_failing_disk_is_tried_again() -> None:
    """Loading heals where the disk does."""
    writer = Disk([OSError("Input/output error"), OSError("Input/output error")])
    assert load_once(writer).is_completed()
    assert writer.calls == 3


@pytest.mark.usefixtures("prefect_server")
def test_a_mistake_is_not_tried_again() -> None:
    """What cannot heal fails at once."""
    writer = Disk([ValueError("a bug")])
    assert load_once(writer).is_failed()
    assert writer.calls == 1


def test_the_form_has_choices_limits_and_descriptions(ingest_flow: Any) -> None:
    """Every parameter of the form is described; format and batch size allow what the command allows."""
    from prefect.utilities.callables import parameter_schema

    form = parameter_schema(ingest_flow).properties
    assert all(field["description"] for field in form.values())
    assert tuple(form["format"]["enum"]) == FORMATS
    assert set(FORMATS) == set(sources.FORMATS)
    assert (form["near"]["type"], form["near"]["minimum"], form["near"]["maximum"]) == ("number", 0, 1)
    assert (form["batch_size"]["minimum"], form["batch_size"]["maximum"]) == (1, MOST_IN_BATCH)
    assert form["batch_size"]["default"] == BATCH_SIZE


def test_the_deployments_fit_their_flows(ingest_flow: Any) -> None:
    """Each deployment in prefect.yaml points at a flow and gives it parameters that its form accepts."""
    import yaml
    from prefect.flows import load_flow_from_entrypoint
    from prefect.utilities.callables import parameter_schema
    from prefect.utilities.schema_tools import validate

    deployments = yaml.safe_load((SEEDS.parent / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    names = [each["name"] for each in deployments]
    assert names == ["ingest", "inbox", "source", "sources", "replay", "reclean", "maintain"]
    for each in deployments:
        schema = parameter_schema(load_flow_from_entrypoint(each["entrypoint"])).model_dump()
        assert all(field["description"] for field in schema["properties"].values()), each["name"]
        assert all("type" in field for field in schema["properties"].values()), "a field would be a switch"
        # What the form asks for and the deployment leaves open is filled in by hand.
        schema["required"] = [name for name in schema["required"] if name in each.get("parameters", {})]
        validate(each.get("parameters", {}), schema, raise_on_error=True)
        assert each["concurrency_limit"]["limit"] == 1
    assert os.sep not in deployments[1]["parameters"]["path"]
