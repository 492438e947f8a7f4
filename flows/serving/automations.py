"""What the server does by itself: it ends runs whose process died without a word."""

from __future__ import annotations

from datetime import timedelta

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture

from flows.names import ALL
from flows.serving.place import HEARTBEAT_SECONDS

_NAME = "copydesk: end runs whose process died"
_MISSED = 3
_ENDS = ("Completed", "Failed", "Cancelled", "Crashed")


def dead_runs() -> AutomationCore:
    """Return the automation that ends a run as Crashed when three heartbeats are missing.

    Only runs of copydesk's flows are meant. A worker that lives reports the end of its runs itself; this is
    for those whose worker died with them.
    """
    ends = {f"prefect.flow-run.{state}" for state in _ENDS}
    return AutomationCore(
        name=_NAME,
        description="A run that sends no heartbeat any more is not running. The next run completes its work.",
        trigger=EventTrigger(
            match={"prefect.resource.id": "prefect.flow-run.*"},
            match_related={"prefect.resource.role": "flow", "prefect.resource.name": list(ALL)},
            after={"prefect.flow-run.heartbeat"},
            expect={"prefect.flow-run.heartbeat", *ends},
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=_MISSED * HEARTBEAT_SECONDS),
        ),
        actions=[
            ChangeFlowRunState(
                name=None,
                state=StateType.CRASHED,
                message="The process of this run died without a word. The next run completes its work.",
                force=False,
            )
        ],
    )


def ensure(client: SyncPrefectClient, wanted: AutomationCore) -> None:
    """Make the automation or bring it up to date: one of its name, however often this is called.

    One that is as wanted is left alone: an update would forget the heartbeats that it waits for.
    """
    found = client.read_automations_by_name(wanted.name)
    for spare in found[1:]:
        client.delete_automation(spare.id)
    if not found:
        client.create_automation(wanted)
    elif _content(wanted) != _content(found[0]):
        client.update_automation(found[0].id, wanted)


def is_there(client: SyncPrefectClient) -> bool:
    """Whether the server knows the automation; one with a new, empty database does not."""
    return bool(client.read_automations_by_name(_NAME))


def _content(automation: AutomationCore) -> dict[str, object]:
    """What is the same for two automations that do the same: all but the ids that the server gives."""
    content = automation.model_dump(mode="json", include=set(AutomationCore.model_fields))
    content["trigger"].pop("id", None)
    for part in ("after", "expect", "for_each"):
        content["trigger"][part] = sorted(content["trigger"][part])
    return content
