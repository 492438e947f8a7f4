"""Whether a Prefect server answers at an address, and whether it is one to work with."""

from __future__ import annotations

import socket
from typing import Literal

import httpx
import prefect

from flows.serving.place import Place
from ingest.errors import UsageError

_TIMEOUT = 5.0

Health = Literal["healthy", "silent"]


def look(place: Place, client: httpx.Client | None = None, *, starting: bool = False) -> Health:
    """Return whether a server answers at `place`; one that is `starting` has its port before it answers.

    Raises UsageError where something else answers, or a server of another version.
    """
    with client or httpx.Client(timeout=_TIMEOUT, trust_env=False) as http:
        try:
            health = http.get(f"{place.api}/health")
            version = http.get(f"{place.api}/admin/version")
        except httpx.TransportError:
            if place.own and not starting and _is_taken(place.port):
                raise UsageError(_stranger(place)) from None
            return "silent"
    if not health.is_success or health.text.strip() != "true" or not version.is_success:
        raise UsageError(_stranger(place))
    found = version.text.strip().strip('"')
    if found != prefect.__version__:
        raise UsageError(
            f"The Prefect server at {place.ui} is version {found}, and copydesk needs {prefect.__version__}. "
            "Stop it, or choose another port: copydesk serve --port 4201."
        )
    return "healthy"


def answers(place: Place) -> bool:
    """Whether a server that can be worked with answers there at this moment."""
    try:
        return look(place, starting=True) == "healthy"
    except UsageError:
        return False


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _stranger(place: Place) -> str:
    return (
        f"{place.ui} is taken by something that does not answer as a Prefect server. "
        "Choose another port: copydesk serve --port 4201."
    )
