"""The site that a copyright footer names."""

from __future__ import annotations

from ingest.fields import site_from_notices
from ingest.model import Notice


def test_the_domain_of_the_holder() -> None:
    """A footer with a domain names the site, without www."""
    assert (
        site_from_notices([Notice(0, 9, "copyright", "Bugle", "WWW.Bugle.example", 2026)]) == "bugle.example"
    )


def test_only_what_is_sure() -> None:
    """Photo credits, footers without a domain, and two holders name none."""
    photo = Notice(0, 9, "photo", "Agency", "agency.example")
    bare = Notice(0, 9, "copyright", "Bugle")
    two = [Notice(0, 9, "copyright", name, f"{name}.example") for name in ("a", "b")]
    assert [site_from_notices(each) for each in ([photo], [bare], two, [])] == [None] * 4
