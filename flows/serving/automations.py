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
# A process may die before its first heartbeat; and a run that has not begun sends none.
_BEGINNINGS = ("Pending", "Running", "heartbeat")
_SIGNS = ("Running", "heartbeat")
_WAITS = ("AwaitingConcurrencySlot", "AwaitingRetry", "Late", "Paused", "Scheduled", "Suspended")
_ENDS = ("Completed", "Failed", "Cancelled", "Crashed")


def dead_runs() -> AutomationCore:
    """Return the automation that ends a run as Crashed which gives no sign of life for three heartbeats.

    Only runs of copydesk's flows are meant. A worker that lives reports the end of its runs itself; this is
    for those that have none, or whose worker died with them.
    """
    return AutomationCore(
        name=_NAME,
        description="A run that sends no heartbeat any more is not running. The next run completes its work.",
        trigger=EventTrigger(
            match={"prefect.resource.id": "prefect.flow-run.*"},
            match_related={"prefect.resource.role": "flow", "prefect.resource.name": list(ALL)},
            after={f"prefect.flow-run.{sign}" for sign in _BEGINNINGS},
            expect={f"prefect.flow-run.{sign}" for sign in (*_SIGNS, *_WAITS, *_ENDS)},
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
