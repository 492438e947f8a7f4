"""Where `copydesk serve` serves, and what its children are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.serving.place import PROJECT, Place, locate_server
from warehouse.files import Files

FILES = Files(Path("/data/news.duckdb"))


@pytest.mark.parametrize(
    ("port", "outer", "api", "own"),
    [
        (None, {}, "http://127.0.0.1:4200/api", True),
        (4321, {}, "http://127.0.0.1:4321/api", True),
        (None, {"PREFECT_API_URL": "http://flows.example/api/"}, "http://flows.example/api", False),
        (4321, {"PREFECT_API_URL": "http://flows.example/api"}, "http://127.0.0.1:4321/api", True),
    ],
)
def test_the_server_is_here_or_where_the_user_says(
    port: int | None, outer: dict[str, str], api: str, own: bool
) -> None:
    """A port means a server of one's own; without it the user's address holds, else port 4200 here."""
    place = locate_server(port, FILES, outer)
    assert (place.api, place.own) == (api, own)
    assert place.home == PROJECT / ".prefect" / "serve"


def test_prefects_folder_is_the_users_where_there_is_one() -> None:
    """PREFECT_HOME is respected."""
    assert locate_server(None, FILES, {"PREFECT_HOME": "/srv/prefect"}).home == Path("/srv/prefect")


def test_children_send_nothing_and_listen_on_this_machine_alone() -> None:
    """Telemetry is off, the server binds to loopback, and runs find the warehouse."""
    told = locate_server(4321, FILES, {}).environment({"PATH": "/bin", "PREFECT_API_URL": "http://x.example"})
    assert told["PREFECT_SERVER_ANALYTICS_ENABLED"] == told["PREFECT_SERVER_UI_V2_ENABLED"] == "false"
    assert told["PREFECT_SERVER_API_HOST"] == "127.0.0.1"
    assert told["PREFECT_API_URL"] == "http://127.0.0.1:4321/api"
    assert told["COPYDESK_WAREHOUSE"] == "/data/news.duckdb"
    assert told["PATH"] == "/bin"
    assert told["PYTHONPATH"] == str(PROJECT)


def test_somebody_elses_server_is_not_configured() -> None:
    """Where the user's own server is used, its settings are left alone."""
    told = Place("http://flows.example/api", Path("/h"), Path("/w"), own=False).environment({})
    assert not [name for name in told if name.startswith("PREFECT_SERVER")]
