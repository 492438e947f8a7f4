"""A server on loopback for each test."""

from collections.abc import Iterator

import pytest

from web_server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site
