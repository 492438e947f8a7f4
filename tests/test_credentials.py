"""Addresses without their secrets."""

from __future__ import annotations

import pytest

from ingest.credentials import secrets, without_credentials


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("news/a@b:c.txt", "news/a@b:c.txt"),
        ("/srv/key=1?token=2", "/srv/key=1?token=2"),
        ("s3://ID:KEY@bucket/a@b", "s3://bucket/a@b"),
        ("sftp://ana:p@ss@host/x", "sftp://host/x"),
        (
            "https://host.example/feed?page=2&api_key=abc#top",
            "https://host.example/feed?page=2&api_key=…#top",
        ),
        ("https://host.example/?X-Amz-Signature=a&b=1", "https://host.example/?X-Amz-Signature=…&b=1"),
        ("simplecache::s3://ID:KEY@bucket/x", "simplecache::s3://bucket/x"),
        ("s3://ID:K/E+Y@bucket/x", "s3://bucket/x"),
        ("sftp://host.example:22/a@b", "sftp://host.example:22/a@b"),
    ],
)
def test_secrets_go(location: str, shown: str) -> None:
    """User, password and the values of keys and tokens go; everything else stays, and all of a local path."""
    assert without_credentials(location) == shown


def test_secrets_can_be_looked_for() -> None:
    """What is taken out of an address is told piece by piece, as it stands there and as it is meant."""
    assert secrets("sftp://ana:p%40ss@host/x?token=abc") == ["p%40ss", "p@ss", "abc", "ana"]
    assert secrets("news/a.txt") == secrets("memory://bucket/a") == []
