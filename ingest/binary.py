"""Tells data that is no text: by the signature of a known kind of file, or by its control characters."""

from __future__ import annotations

# Signatures from the kinds' own specifications; only kinds that end up among articles by mistake.
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS\x00", "sound or video (Ogg)"),
    (b"ID3\x03\x00", "sound (MP3)"),
    (b"ID3\x04\x00", "sound (MP3)"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"{\\rtf1", "an RTF document"),
)
_SAMPLE = 8192
# Control characters that plain text may hold: tab, line ends, form feed, escape, and DOS's end of file.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.05


def binary_kind(data: bytes) -> str | None:
    """What the data is, in words for a sentence, if its signature shows that it is no text."""
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, sound or video (RIFF)"
    if data[4:8] == b"ftyp":
        return "video or a picture (ISO media)"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def has_many_controls(data: bytes) -> bool:
    """Whether the beginning holds more control characters than text ever does."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _MOST_CONTROLS
