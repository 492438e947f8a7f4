"""Connections go to the address that was checked, under the name that was asked for, in HTTP/2 where offered."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from ingest.errors import Refused
from ingest.fetch import Fetched, Manners, Session, Validators
from web_server import HOST, FastClock, Reply, Site, at_home, page


def fetch(session: Session, url: str) -> Fetched | Refused | None:
    try:
        [(_, outcome)] = session.ahead([url], lambda job: (job, Validators()))
    finally:
        session.close()
    return outcome


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for the host of the tests, signed by itself, and its key."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "public.pem", folder / "private.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return public, private


class SecureSite:
    """A server that speaks only HTTP/2, over TLS. `named` are the hosts that clients asked for."""

    def __init__(self, public: Path, private: Path) -> None:
        self.named: list[str | None] = []
        self.hosts: list[str] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(public, private)
        self._context.set_alpn_protocols(["h2"])
        self._context.sni_callback = lambda _, name, __: self.named.append(name)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listening.accept()
            except OSError:
                return
            with (
                suppress(OSError, ssl.SSLError),
                self._context.wrap_socket(plain, server_side=True) as stream,
            ):
                self._speak(stream)

    def _speak(self, stream: ssl.SSLSocket) -> None:
        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        stream.sendall(connection.data_to_send())
        while data := stream.recv(65536):
            for event in connection.receive_data(data):
                if isinstance(event, RequestReceived):
                    headers = {bytes(name): bytes(value).decode() for name, value in event.headers}
                    self.hosts.append(headers[b":authority"])
                    status = "404" if headers[b":path"] == "/robots.txt" else "200"
                    connection.send_headers(
                        event.stream_id, [(":status", status), ("content-type", "text/html")]
                    )
                    connection.send_data(event.stream_id, page("Swans").encode(), end_stream=True)
            stream.sendall(connection.data_to_send())


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecureSite]:
    public, private = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    site = SecureSite(public, private)
    yield site
    site.close()


def test_http2_under_the_name_that_was_asked_for(secure: SecureSite) -> None:
    """The connection goes to the resolved address, TLS and the request name the host; HTTP/2 is spoken."""
    session = Session(Manners(allowed=(HOST,), delay=0), resolve=at_home, clock=FastClock())
    fetched = fetch(session, f"https://{HOST}:{secure.port}/swans")
    assert isinstance(fetched, Fetched)
    assert fetched.body == page("Swans").encode()
    assert secure.named == [HOST]
    assert secure.hosts == [f"{HOST}:{secure.port}"] * 2


def test_certificate_of_another_host(secure: SecureSite) -> None:
    """A server that cannot prove its name is not read."""
    session = Session(Manners(allowed=("other.example",), delay=0), resolve=at_home, clock=FastClock())
    refused = fetch(session, f"https://other.example:{secure.port}/swans")
    assert isinstance(refused, Refused)
    assert refused.code == "unreachable"
    assert "certificate" in refused.reason.lower()


def test_name_that_changes_its_address(site: Site) -> None:
    """A name is looked up once for a connection: what is checked is what is connected to, and nothing later."""
    site.pages["/x"] = Reply(page("Swans"))
    looked_up = []

    async def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) % 2 else ["127.0.0.2"]

    session = Session(Manners(delay=0), resolve=rebinding, clock=FastClock())
    refused = fetch(session, site.url("/x"))
    assert isinstance(refused, Refused)
    assert (refused.code, looked_up, site.asked) == ("private_address", [HOST], [])


def test_closing_ends_what_is_under_way(site: Site) -> None:
    """Whoever takes three items of a long list leaves neither a thread nor requests behind."""
    for number in range(100):
        site.pages[f"/{number}"] = Reply(page("Swans"))
    session = Session(Manners(allowed=(HOST,), delay=0), resolve=at_home, clock=FastClock())
    urls = [site.url(f"/{number}") for number in range(100)]
    found = session.ahead(urls, lambda job: (job, Validators()))
    assert [next(found)[0] for _ in range(3)] == urls[:3]
    found.close()
    session.close()
    assert "fetch" not in {thread.name for thread in threading.enumerate()}
    assert len(site.asked) < 50
