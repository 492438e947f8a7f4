"""HTTP over connections that go only to addresses that were checked."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from typing import Any, cast

import httpcore
import httpx

from ingest.errors import Refused
from ingest.fetch.hosts import Resolve, require_public
from ingest.fetch.manners import Manners


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to the very address that was checked: a name is resolved once, so it cannot change meanwhile.

    The host's name stays what TLS and the Host header say. Raises `Refused` with `private_address` and
    `unreachable`.
    """

    def __init__(self, manners: Manners, resolve: Resolve) -> None:
        self._manners, self._resolve = manners, resolve
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._addresses(host, port)
        for address in addresses[:-1]:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._network.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise Refused("unreachable", f"There is no host {host}; check the spelling of the address.")
        return addresses if self._manners.allows(host) else require_public(host, addresses)


class CheckedTransport(httpx.AsyncBaseTransport):
    """HTTP/1.1 and HTTP/2 over a `CheckedNetwork`. Raises what `httpcore` raises, and `Refused`."""

    def __init__(self, manners: Manners, resolve: Resolve) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=manners.at_once * 2,
            keepalive_expiry=15,
            http2=True,
            network_backend=CheckedNetwork(manners, resolve),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        stream = _Stream(cast(AsyncIterable[bytes], answer.stream))
        return httpx.Response(
            answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        if hasattr(self._stream, "aclose"):
            await self._stream.aclose()
