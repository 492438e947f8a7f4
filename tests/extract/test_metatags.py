"""Meta tags and links are found by their names."""

from ingest.extract.dom import parse
from ingest.extract.metatags import Meta, link

PAGE = """<head><meta property="og:title" content=" Ferry  sails "><meta name="AUTHOR" content="Jo">
<meta name="author" content="Lin"><meta name="empty" content=" "><link rel="alternate" href="/amp">
<link rel="nofollow Canonical" href=" /ferry "><link rel="canonical" href="/second"></head><p>x</p>"""


def test_meta_and_links() -> None:
    """Names are known in any case, values cleaned, repeated ones kept in order; the first link counts."""
    root = parse(PAGE)
    assert root is not None
    meta = Meta(root)
    assert meta.first("missing", "og:title") == "Ferry sails"
    assert meta.all("author") == ["Jo", "Lin"]
    assert meta.first("empty") is None
    assert link(root, "canonical") == "/ferry"
    assert link(root, "next") is None
