"""Which hosts may be connected to: those on the public internet, checked after their names are resolved."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from ingest.errors import Refused

# The IP addresses, as text, of a host and port.
Resolve = Callable[[str, int], Awaitable[list[str]]]

# Addresses in it end in an IPv4 one: RFC 6052. All other such networks are reserved as a whole.
_NAT64 = IPv6Network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host. Raises `OSError`."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether an IP address, and every one embedded in it, stands on the public internet."""
    try:
        whole = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_public, (whole, *_embedded(whole))))


def require_public(host: str, addresses: list[str]) -> list[str]:
    """The public ones of a host's addresses. Raises `Refused` with `private_address` where there are none."""
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise Refused(
            "private_address",
            f"The host {host} stands in a private or local network; allow it by name to read from it.",
        )
    return public


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return True
        if address.is_site_local:
            return False
    # `is_global` counts multicast among the global.
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    if isinstance(address, IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in found if each is not None]
