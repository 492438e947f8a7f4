"""How servers on the web are treated: who asks, how often, how long, how much."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import __version__
from ingest.errors import UsageError

# The name that robots.txt files know us by.
NAME = "copydesk"
_HOST = re.compile(r"[\w.-]+|\[?[0-9a-f:.]+\]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of fetching. All times are in seconds, sizes in bytes.

    `contact` is an address for those whose sites are read; `allowed` are the names of hosts that may be asked
    although they stand in a private network. `delay` is the time from one request to a host to the next,
    where its robots.txt does not ask for more. `deadline` holds for one request from beginning to end.
    """

    contact: str = ""
    allowed: tuple[str, ...] = ()
    delay: float = 1.0
    at_once: int = 8
    deadline: float = 60.0
    largest: int = 32 * 1024 * 1024
    redirects: int = 10
    tries: int = 3
    longest_wait: float = 120.0

    @property
    def user_agent(self) -> str:
        """What servers are told of who asks."""
        return f"{NAME}/{__version__}" + (f" (+{self.contact})" if self.contact else "")

    def check(self) -> None:
        """Raise UsageError for a contact that no request can carry, and for what is no name of a host."""
        if not is_contact(self.contact):
            raise UsageError(f"Servers cannot be told the contact {self.contact!r}; write it {CONTACT}.")
        for host in self.allowed:
            if not is_host(host):
                raise UsageError(f"{host!r} is no name of a host; write it {HOST}.")

    def allows(self, host: str) -> bool:
        """Whether a host may be asked wherever it stands."""
        return _plain(host) in {_plain(name) for name in self.allowed}


# How they are to be written.
CONTACT = "in one line of ASCII letters, such as desk@quillmark.example"
HOST = "without a scheme, port or path, such as intranet.example"


def is_contact(text: str) -> bool:
    """Whether a header of a request can carry it."""
    return text.isascii() and text.isprintable()


def is_host(name: str) -> bool:
    """Whether it may be the name or the number of a host, and nothing besides."""
    return _HOST.fullmatch(name) is not None


def _plain(host: str) -> str:
    return host.strip("[]").rstrip(".").lower()
