"""What is deployed: the project's deployments, and a source for each schedule."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
import yaml
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.responses import DeploymentResponse

from flows.serving.deployments import paused, with_sources, write
from flows.serving.place import PROJECT
from flows.serving.sources import Sources
from ingest.configured import parse
from ingest.errors import UsageError

CONFIGURATION = """
[[source]]
name = "herald"
location = "herald"
schedule = "*/30 * * * *"
licence = "CC BY 4.0"

[[source]]
name = "archive"
location = "archive"
"""
LISTED = PROJECT / "prefect.yaml"


def listed() -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    return loaded


def test_every_scheduled_source_has_a_deployment_of_its_own(tmp_path: Path) -> None:
    """It runs on the source's schedule, one run at a time; those without a schedule get none."""
    write(LISTED, parse(CONFIGURATION, "/data/sources.toml"), "/data/sources.toml", tmp_path / "made.yaml")
    made = yaml.safe_load((tmp_path / "made.yaml").read_text(encoding="utf-8"))["deployments"]
    [mine] = [each for each in made if each["name"].startswith("source-")]
    assert mine["name"] == "source-herald"
    assert mine["schedules"] == [{"cron": "*/30 * * * *", "timezone": "UTC"}]
    assert mine["parameters"] == {"name": "herald", "sources_file": "/data/sources.toml"}
    assert mine["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
    assert "Licence: CC BY 4.0" in mine["description"]


class Server:
    """Tells of deployments as Prefect's server does: no more than so many at once."""

    def __init__(self, deployments: list[DeploymentResponse]) -> None:
        self.deployments = deployments

    def read_deployments(self, *, limit: int, offset: int, **which: object) -> list[DeploymentResponse]:
        return self.deployments[offset : offset + limit]


def deployed(name: str, *active: bool, paused: bool = False) -> DeploymentResponse:
    schedules = [{"schedule": {"cron": "*/30 * * * *"}, "active": each} for each in active]
    stated = {"id": uuid4(), "flow_id": uuid4(), "name": name, "paused": paused, "schedules": schedules}
    return DeploymentResponse.model_validate(stated)


def test_a_schedule_that_is_switched_off_stays_so(tmp_path: Path) -> None:
    """Whether somebody paused a deployment or its schedule, it is deployed with the schedule switched off."""
    others = [deployed(f"source-{number}", True) for number in range(200)]
    server = Server(
        [*others, deployed("inbox", True, paused=True), deployed("source-herald", False), deployed("ingest")]
    )
    off = paused(cast(SyncPrefectClient, cast(Any, server)))
    assert off == {"inbox", "source-herald"}
    write(LISTED, parse(CONFIGURATION, "/s.toml"), "/s.toml", tmp_path / "made.yaml", off)
    made = yaml.safe_load((tmp_path / "made.yaml").read_text(encoding="utf-8"))["deployments"]
    schedules = {each["name"]: each["schedules"] for each in made if each["schedules"]}
    assert schedules["source-herald"] == [{"cron": "*/30 * * * *", "timezone": "UTC", "active": False}]
    assert {name for name, [schedule] in schedules.items() if not schedule.get("active", True)} == off


def test_a_source_is_not_run_by_two_schedules() -> None:
    """Where sources have schedules of their own, the deployment of all of them has none, and keeps it else."""
    for sources, schedules in ((parse(CONFIGURATION, "/data/sources.toml"), 0), ([], 1)):
        made = with_sources(listed(), sources, "/data/sources.toml")["deployments"]
        [together] = [each for each in made if each["name"] == "sources"]
        assert len(together["schedules"]) == schedules


def test_deployments_are_for_people() -> None:
    """Each has a description in Markdown and says by a tag whether it runs by hand or by itself."""
    for each in with_sources(listed(), parse(CONFIGURATION, "/data/sources.toml"), "s")["deployments"]:
        assert each["description"].startswith("**")
        assert ("scheduled" if each["schedules"] or each["name"] == "sources" else "by-hand") in each["tags"]
        assert each["concurrency_limit"]["limit"] == 1


def test_a_changed_configuration_is_noticed_once(tmp_path: Path) -> None:
    """A file that appears, changes or goes is a change; a wrong one is told once and changes nothing."""
    file = tmp_path / "sources.toml"
    sources = Sources(file)
    sources.read()
    assert (sources.changed(), sources.found) == (False, [])
    file.write_text(CONFIGURATION, encoding="utf-8")
    assert sources.changed()
    assert not sources.changed()
    file.write_text("[[source]]\nnam = 'herald'", encoding="utf-8")
    with pytest.raises(UsageError, match=r"sources\.toml"):
        sources.changed()
    assert not sources.changed()
    assert [each.name for each in sources.found] == ["herald", "archive"]
    file.unlink()
    assert (sources.changed(), sources.found) == (True, [])
