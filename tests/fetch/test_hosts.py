"""Which addresses stand on the public internet."""

import pytest

from ingest.errors import Refused
from ingest.fetch.hosts import is_public, require_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.7",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "no address",
    ],
)
def test_private_addresses(address: str) -> None:
    """Private, loopback, link-local, multicast and unspecified addresses are not public, however embedded."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101", "2002:101:101::1"]
)
def test_public_addresses(address: str) -> None:
    """Addresses of the public internet are, also those that carry one of IPv4."""
    assert is_public(address)


def test_of_several_addresses_only_public_ones_are_used() -> None:
    """A name that stands for a public and a private address leads to the public one alone."""
    assert require_public("two.example", ["10.0.0.1", "1.1.1.1", "::1"]) == ["1.1.1.1"]
    with pytest.raises(Refused, match="two"):
        require_public("two.example", ["10.0.0.1"])
