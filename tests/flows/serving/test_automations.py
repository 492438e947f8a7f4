"""The automation that ends dead runs is there once, however often it is asked for."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID, uuid4

from prefect.client.orchestration import SyncPrefectClient
from prefect.events.schemas.automations import Automation, AutomationCore, EventTrigger

from flows.serving.automations import dead_runs, ensure, is_there


class Server:
    """Keeps automations as Prefect's server does, and counts changes."""

    def __init__(self) -> None:
        self.kept: dict[UUID, AutomationCore] = {}
        self.changes = 0

    def read_automations_by_name(self, name: str) -> list[Automation]:
        return [
            Automation.model_validate({**each.model_dump(mode="json"), "id": id_})
            for id_, each in self.kept.items()
            if each.name == name
        ]

    def create_automation(self, automation: AutomationCore) -> UUID:
        id_ = uuid4()
        self.update_automation(id_, automation)
        return id_

    def update_automation(self, automation_id: UUID, automation: AutomationCore) -> None:
        self.kept[automation_id] = automation
        self.changes += 1

    def delete_automation(self, automation_id: UUID) -> None:
        del self.kept[automation_id]


def ensured(server: Server, wanted: AutomationCore) -> None:
    ensure(cast(SyncPrefectClient, cast(Any, server)), wanted)


def test_it_is_made_once_and_left_alone() -> None:
    """The same again changes nothing: a new one would forget which runs it waits for."""
    server = Server()
    for _ in range(3):
        ensured(server, dead_runs())
    assert len(server.kept) == server.changes == 1


def test_it_is_brought_up_to_date() -> None:
    """One of its name that does something else is replaced, and so are spare ones."""
    server = Server()
    other = dead_runs().model_copy(update={"description": "An earlier one."})
    server.create_automation(other)
    server.create_automation(other)
    ensured(server, dead_runs())
    [kept] = server.kept.values()
    assert kept.description == dead_runs().description


def test_a_new_database_has_none() -> None:
    """So that it is told from one that all was brought into."""
    server = Server()
    client = cast(SyncPrefectClient, cast(Any, server))
    assert not is_there(client)
    ensure(client, dead_runs())
    assert is_there(client)


def test_a_run_that_gives_no_sign_of_life_is_dead() -> None:
    """Also one that died before its first heartbeat; one that waits for its turn sends none and lives."""
    trigger = dead_runs().trigger
    assert isinstance(trigger, EventTrigger)
    assert {"prefect.flow-run.Pending", "prefect.flow-run.Running"} <= trigger.after
    assert "prefect.flow-run.Pending" not in trigger.expect
    assert {"prefect.flow-run.AwaitingConcurrencySlot", "prefect.flow-run.Cancelled"} <= trigger.expect
