"""What `copydesk serve` deploys: what prefect.yaml lists, and every source that has a schedule by itself."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import yaml
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterTags
from prefect.client.schemas.responses import DeploymentResponse

from flows.serving.pages import every
from ingest.configured import ConfiguredSource

PREFIX = "source-"
_TAG = "copydesk-source"


def write(
    listed: Path,
    sources: Sequence[ConfiguredSource],
    sources_file: str,
    target: Path,
    paused: Collection[str] = (),
) -> None:
    """Write the file for `prefect deploy --prefect-file` to `target`; `listed` is the project's own.

    The schedules of the deployments named by `paused` are there, and switched off.
    """
    project = with_sources(yaml.safe_load(listed.read_text(encoding="utf-8")), sources, sources_file)
    for each in project["deployments"]:
        if each["name"] in paused:
            each["schedules"] = [{**schedule, "active": False} for schedule in each["schedules"]]
    target.write_text(yaml.safe_dump(project, sort_keys=False, allow_unicode=True), encoding="utf-8")


def paused(client: SyncPrefectClient) -> set[str]:
    """Return the names of the deployments whose schedules somebody has switched off."""
    return {each.name for each in _deployed(client) if each.schedules and not _is_on(each)}


def _is_on(deployment: DeploymentResponse) -> bool:
    return not deployment.paused and any(schedule.active for schedule in deployment.schedules)


def with_sources(
    project: dict[str, Any], sources: Sequence[ConfiguredSource], sources_file: str
) -> dict[str, Any]:
    """Return the project with a deployment for each source that has a schedule.

    `sources`, which runs all that are due, is left for runs by hand then: each has a schedule of its own.
    """
    scheduled = [source for source in sources if source.schedule]
    deployments = copy.deepcopy(project["deployments"])
    for each in deployments:
        if each["name"] == "sources" and scheduled:
            each["schedules"] = []
    pool = deployments[0]["work_pool"]
    return {
        **project,
        "deployments": [*deployments, *(_deployment(each, sources_file, pool) for each in scheduled)],
    }


def remove_others(client: SyncPrefectClient, sources: Sequence[ConfiguredSource]) -> list[str]:
    """Delete the deployments of sources that are gone or have no schedule any more; return their names."""
    wanted = {f"{PREFIX}{source.name}" for source in sources if source.schedule}
    tagged = DeploymentFilter(tags=DeploymentFilterTags(all_=[_TAG]))
    gone = [each for each in _deployed(client, tagged) if each.name not in wanted]
    for each in gone:
        client.delete_deployment(each.id)
    return [each.name for each in gone]


def _deployed(client: SyncPrefectClient, which: DeploymentFilter | None = None) -> list[DeploymentResponse]:
    return every(
        lambda limit, offset: client.read_deployments(deployment_filter=which, limit=limit, offset=offset)
    )


def _deployment(source: ConfiguredSource, sources_file: str, pool: dict[str, Any]) -> dict[str, Any]:
    places = "\n".join(f"- `{stated}`" for stated in source.stated)
    told = f"**Ingest what the source {source.name} brings**, on its schedule."
    licence = f"\n\nLicence: {source.licence}" if source.licence else ""
    return {
        "name": f"{PREFIX}{source.name}",
        "entrypoint": "flows.collect.source",
        "description": f"{told}\n\n{places}{licence}",
        "tags": ["copydesk", "scheduled", _TAG],
        "parameters": {"name": source.name, "sources_file": sources_file},
        "work_pool": pool,
        "schedules": [{"cron": source.schedule, "timezone": "UTC"}],
        "concurrency_limit": {"limit": 1, "collision_strategy": "CANCEL_NEW"},
    }
