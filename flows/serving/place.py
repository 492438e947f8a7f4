"""Where `copydesk serve` works: its server's address, its folder, and what its children are told."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warehouse.files import VARIABLE, Files

PROJECT = Path(__file__).resolve().parents[2]
POOL = "copydesk"
DEFAULT_PORT = 4200
# By its name a run says on which machine its process is.
WORKER = f"copydesk on {platform.node()}"
# The least that Prefect allows.
HEARTBEAT_SECONDS = 30
# About two minutes: a new start of the server takes that long on a busy machine.
_RETRIES = 6
# Somebody who pressed "Run" looks at the page: how often the worker asks for runs.
_LOOK_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """The address of the server's API, Prefect's folder, and the warehouse that runs write to.

    `own` says that the server is one to start here, where none answers.
    """

    api: str
    home: Path
    warehouse: Path
    own: bool = True

    @property
    def ui(self) -> str:
        """The address to open in a browser."""
        return self.api.removesuffix("/").removesuffix("/api")

    @property
    def port(self) -> int:
        return int(self.ui.rpartition(":")[2])

    @property
    def database(self) -> Path:
        """Where a server of one's own keeps its things, unless it is told otherwise."""
        return self.home / "prefect.db"

    def environment(self, outer: Mapping[str, str]) -> dict[str, str]:
        """Return the environment for Prefect's commands; nothing of it leaves the machine."""
        told = {
            "PREFECT_API_URL": self.api,
            "PREFECT_HOME": str(self.home),
            "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT_SECONDS),
            "PREFECT_CLIENT_MAX_RETRIES": str(_RETRIES),
            "PREFECT_WORKER_QUERY_SECONDS": str(_LOOK_SECONDS),
            "DO_NOT_TRACK": "1",
            # A worker starts runs in empty folders; they are to find this checkout and no other.
            "PYTHONPATH": os.pathsep.join(filter(None, [str(PROJECT), outer.get("PYTHONPATH")])),
            VARIABLE: str(self.warehouse),
        }
        if self.own:
            told |= {
                "PREFECT_SERVER_API_HOST": "127.0.0.1",
                "PREFECT_SERVER_API_PORT": str(self.port),
                "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
                "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
                # The older pages come first: the newer ones ask a telemetry service for its settings,
                # whether telemetry is on or not.
                "PREFECT_SERVER_UI_V2_ENABLED": "false",
                "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
                "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "flows.serving.leases",
            }
        return {**outer, **told}


def locate_server(port: int | None, files: Files, outer: Mapping[str, str]) -> Place:
    """Return where to serve: `port` here, else the user's `$PREFECT_API_URL`, else port 4200 here.

    Prefect's folder is `$PREFECT_HOME`, else `.prefect/serve` in the project.
    """
    home = Path(outer.get("PREFECT_HOME") or PROJECT / ".prefect" / "serve").expanduser().absolute()
    url = outer.get("PREFECT_API_URL")
    if port is None and url:
        return Place(url.rstrip("/"), home, files.published, own=False)
    return Place(f"http://127.0.0.1:{port or DEFAULT_PORT}/api", home, files.published)


def environment(place: Place) -> dict[str, str]:
    """Return the environment for Prefect's commands, made from this process's own."""
    return place.environment(os.environ)
