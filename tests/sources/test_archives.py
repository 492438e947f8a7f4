"""Archives: what is inside is read as files in a folder are, and no archive can do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard

from ingest.model import Raw, Reject
from ingest.sources import read
from ingest.sources.reading import limits
from reading import STORY, outcomes, read_bytes

PAGE = f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>".encode()
LINES = b'{"text": "One."}\n{"text": "Two."}\n'
FILES = {"folder/page.html": PAGE, "lines.jsonl.gz": gzip.compress(LINES), "a.txt": STORY.encode()}
INSIDE = [
    ("folder/page.html", "html"),
    ("lines.jsonl.gz#1", "record"),
    ("lines.jsonl.gz#2", "record"),
    ("a.txt", "text"),
]


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], *more: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in more:
            archive.addfile(info)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.zip", zipped(FILES, zipfile.ZIP_STORED)),
        ("a.zip", zipped(FILES, zipfile.ZIP_LZMA)),
        ("a.tar", tarred(FILES)),
        ("a.tar.gz", gzip.compress(tarred(FILES))),
        ("a.tgz", gzip.compress(tarred(FILES))),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("a.tar.zst", zstd(tarred(FILES))),
    ],
)
def test_every_kind(name: str, data: bytes) -> None:
    """Each kind of archive gives the same articles, under the archive's address."""
    assert outcomes(data, name) == [(f"{name}!/{inner}", form) for inner, form in INSIDE]


def test_archives_in_archives_and_without_a_name(tmp_path: Path) -> None:
    """An archive in an archive is read, whether its name tells what it is or not, from a file and from stdin."""
    whole = gzip.compress(tarred({"week.zip": zipped({"a.txt": STORY.encode()}), "plain": tarred(FILES)}))
    want = ["week.zip!/a.txt", *(f"plain!/{inner}" for inner, _ in INSIDE)]
    (tmp_path / "year.tar.gz").write_bytes(whole)
    assert [item.source_uri for item in read([str(tmp_path)])] == [f"year.tar.gz!/{inner}" for inner in want]
    assert [item.source_uri for item in read(["-"], stdin=io.BytesIO(whole))] == [
        f"-!/{name}" for name in want
    ]


def test_names_are_harmless() -> None:
    """Names that lead elsewhere are tidied, doubled ones numbered, hidden files and folders passed over."""
    names = [
        "../../etc/passwd.txt",
        "/abs.txt",
        "C:\\news\\a.txt",
        ".hidden.txt",
        "__MACOSX/a.txt",
        "folder/",
    ]
    expected = ["etc/passwd.txt", "abs.txt", "news/a.txt"]
    for pack, suffix in ((zipped, "zip"), (tarred, "tar")):
        data = pack(
            {
                name: STORY.encode() if not name.endswith("/") else b""
                for name in names[: 5 if pack is tarred else 6]
            }
        )
        assert [uri for uri, _ in outcomes(data, f"a.{suffix}")] == [
            f"a.{suffix}!/{name}" for name in expected
        ]
    doubled = tarred({"a.txt": STORY.encode()})[:-10240] + tarred({"a.txt": b"Another story."})
    assert outcomes(tarred({"a.txt": b"One."})[:1024] + doubled[:1024] + tarred({}), "a.tar") == [
        ("a.tar!/a.txt", "text"),
        ("a.tar!/a.txt~2", "text"),
    ]


def test_names_in_utf8_without_the_mark() -> None:
    """Names that a program wrote in UTF-8 without saying so are read as such."""
    data = zipped({"caf\u00e9.txt": STORY.encode()})
    unmarked = data.replace(b"\x00\x08", b"\x00\x00")
    assert outcomes(data, "a.zip") == outcomes(unmarked, "a.zip") == [("a.zip!/café.txt", "text")]


def test_rejects_inside_keep_their_bytes() -> None:
    """A bad file in an archive is one reject with its bytes, and the others are read."""
    found = read_bytes(
        zipped({"a.png": b"\x89PNG\r\n\x1a\nx", "b.txt": b" ", "c.txt": STORY.encode()}), "a.zip"
    )
    assert [(item.source_uri, item.data) for item in found if isinstance(item, Reject)] == [
        ("a.zip!/a.png", b"\x89PNG\r\n\x1a\nx"),
        ("a.zip!/b.txt", b" "),
    ]
    assert isinstance(found[2], Raw)


def test_links_and_devices() -> None:
    """What is no file in a TAR archive is a reject; nothing outside is ever opened."""
    link, device = tarfile.TarInfo("link.txt"), tarfile.TarInfo("device.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type = tarfile.CHRTYPE
    assert outcomes(tarred({"a.txt": STORY.encode()}, link, device), "a.tar") == [
        ("a.tar!/a.txt", "text"),
        ("a.tar!/link.txt", "unsupported"),
        ("a.tar!/device.txt", "unsupported"),
    ]


def test_encrypted_files() -> None:
    """A file that needs a password is a reject of its own."""
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert outcomes(bytes(data), "a.zip") == [("a.zip!/a.txt", "unsupported")]


def test_a_bomb_of_zeros() -> None:
    """A file of zeros that unpacks to a thousand times its size costs one document's worth of reading."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("zeros.txt", "w", force_zip64=True) as file:
            for _ in range(400):
                file.write(bytes(1 << 20))
        archive.writestr("b.txt", STORY)
    assert outcomes(out.getvalue(), "a.zip") == [("a.zip!/zeros.txt", "too_large"), ("a.zip!/b.txt", "text")]


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tar.xz", "a.tar.zst", "a.tar.bz2"])
def test_a_bomb_that_must_be_read_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a huge file stands before others in a stream, the archive is given up out of proportion."""
    monkeypatch.setattr(limits, "FREE_UNPACKED", 1 << 20)
    pack = {"gz": gzip.compress, "xz": lzma.compress, "zst": zstd, "bz2": bz2.compress}[name[6:]]
    data = pack(tarred({"a.txt": STORY.encode(), "b.txt": bytes(40 << 20), "c.txt": STORY.encode()}))
    assert [code for _, code in outcomes(data, name)] == ["text", "too_large"]


def test_an_archive_that_holds_itself() -> None:
    """Archives in archives are followed four deep, then the whole is given up with one reject."""
    data = zipped({"a.txt": STORY.encode()})
    for _ in range(9):
        data = zipped({"b.txt": STORY.encode(), "again.zip": data})
    assert [code for _, code in outcomes(data, "a.zip")] == ["text"] * limits.MAX_DEPTH + ["too_large"]


def test_a_copy_has_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that would have to be copied to be read is not, above the limit."""
    monkeypatch.setattr(limits, "MAX_SPOOLED", 1000)
    inner = zipped({"a.txt": bytes(range(256)) * 8192}, zipfile.ZIP_STORED)
    assert outcomes(tarred({"a.zip": inner, "b.txt": STORY.encode()}), "a.tar") == [
        ("a.tar!/a.zip", "too_large"),
        ("a.tar!/b.txt", "text"),
    ]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_damage_at_every_place(pack: object) -> None:
    """Wherever an archive is cut off or damaged, what can be read is, and the rest is a reject."""
    data = pack(FILES)  # type: ignore[operator]
    name = "a.zip" if pack is zipped else "a.tar"
    for at in range(0, len(data), 97):
        for broken in (data[:at], data[:at] + b"\xff\x00\xff" + data[at + 3 :]):
            found = outcomes(broken, name)
            assert found
            assert "failed" not in [code for _, code in found], (at, found)


def test_a_damaged_header_is_no_end() -> None:
    """A damaged header in the middle of a TAR archive is told, not taken for the end."""
    data = bytearray(tarred({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    data[1024 + 100 : 1024 + 110] = b"x" * 10
    assert [code for _, code in outcomes(bytes(data), "a.tar")] == ["text", "malformed"]


@pytest.mark.parametrize(
    ("name", "data"), [("a.zip", zipped({})), ("a.zip", STORY.encode()), ("a.tar", b"x" * 2000)]
)
def test_what_is_no_archive(name: str, data: bytes) -> None:
    """An empty archive, and a file that is none, are one reject."""
    assert [code for _, code in outcomes(data, name)] in (["empty"], ["malformed"])
