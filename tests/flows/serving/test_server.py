"""What answers at the server's address."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import prefect
import pytest

from flows.serving.place import Place
from flows.serving.server import look
from ingest.errors import UsageError


def at(port: int) -> Place:
    return Place(f"http://127.0.0.1:{port}/api", Path("/home"), Path("/warehouse"))


def answering(health: str, version: str) -> httpx.Client:
    """A client to whom a server answers so."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=health if request.url.path == "/api/health" else version)

    return httpx.Client(transport=httpx.MockTransport(answer))


@pytest.fixture
def stranger() -> Iterator[int]:
    """The port of something that takes connections and says nothing of a Prefect server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


def test_a_server_of_the_right_version_is_healthy() -> None:
    """It answers with its health and the version that copydesk needs."""
    assert look(at(4200), answering("true", f'"{prefect.__version__}"')) == "healthy"


def test_another_version_is_refused_by_both_versions_names() -> None:
    """The sentence says which version is there, which is needed, and what to do."""
    with pytest.raises(
        UsageError, match=rf"version 2\.0\.0, and copydesk needs {prefect.__version__}.*--port"
    ):
        look(at(4200), answering("true", '"2.0.0"'))


def test_another_program_is_refused() -> None:
    """Something that answers otherwise is no Prefect server."""
    with pytest.raises(UsageError, match="does not answer as a Prefect server"):
        look(at(4200), answering("<html>hello</html>", "<html>hello</html>"))


def test_a_free_port_is_silent() -> None:
    """Where nobody listens, a server can be started."""
    assert look(at(free_port())) == "silent"


def test_a_taken_port_is_told_unless_the_server_is_starting(stranger: int) -> None:
    """A port that is taken without an answer is a stranger's, but for the time in which ours comes up."""
    client = httpx.Client(timeout=0.2)
    with pytest.raises(UsageError, match="is taken"):
        look(at(stranger), client)
    assert look(at(stranger), httpx.Client(timeout=0.2), starting=True) == "silent"
