"""The formats are found by themselves and keep to their interface."""

from ingest.sources.reading.formats import by_suffix, formats


def test_formats_are_complete() -> None:
    """Every format has a name of its own, suffixes of its own in lower case, and the two functions."""
    assert list(formats()) == [
        "csv",
        "eml",
        "feed",
        "html",
        "json",
        "jsonl",
        "markdown",
        "mbox",
        "mhtml",
        "parquet",
        "sitemap",
        "tar",
        "text",
        "urls",
        "warc",
        "zip",
    ]
    suffixes = [suffix for found in formats().values() for suffix in found.SUFFIXES]
    assert sorted(suffixes) == sorted(by_suffix())
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_formats_do_not_claim_the_same_input() -> None:
    """What one format recognises as its own no other does."""
    for head in (b"<!doctype html><p>", b'{"text": "One."}', b"Plain words."):
        assert sum(found.looks_like(head) for found in formats().values()) <= 1
