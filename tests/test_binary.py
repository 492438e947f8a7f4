"""Data that is no text is told from text."""

import pytest

from ingest.binary import binary_kind, has_many_controls


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "sound"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
    ],
)
def test_signatures_are_named(data: bytes, word: str) -> None:
    """A known kind of file is recognised by its signature and named in plain words."""
    assert word in (binary_kind(data) or "")


def test_text_has_no_signature() -> None:
    """Ordinary text, also about files, is of no binary kind."""
    assert binary_kind(b"The PDF was leaked on Monday.") is None


def test_controls_are_counted() -> None:
    """Many control characters make binary data; tabs, line ends and a lone bell do not."""
    assert has_many_controls(bytes(range(32)) * 10)
    assert not has_many_controls(b"One\tline\r\nand another,\x07 with a bell in forty characters.\n")
