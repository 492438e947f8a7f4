"""Everything a person can name becomes a stream of articles and rejects, and no input stops it."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest
import zstandard

from ingest.errors import UsageError
from ingest.model import Raw, Reject
from ingest.sources import FORMATS, read
from ingest.sources.reading import limits
from ingest.sources.reading import origin as origins

STORY = b"The ferry to Northhaven sails again from Monday, the harbour office said."
PAGE = b"<!DOCTYPE html><html><body><p>" + STORY + b"</p></body></html>"
LINES = b'{"text": "One."}\n\n{"text": "Two."}\r\n{"text": "Three."}'


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)


def outcomes(path: object, **options: object) -> list[tuple[str, str]]:
    """The address of every input with its format, or with the code of its reject."""
    found = read([str(path)], **options)  # type: ignore[arg-type]
    return [(item.source_uri, item.format if isinstance(item, Raw) else item.code) for item in found]


def only_reject(path: object) -> Reject:
    rejects = [item for item in read([str(path)]) if isinstance(item, Reject)]
    assert len(rejects) == 1
    return rejects[0]


def test_formats_by_suffix(tmp_path: Path) -> None:
    """The suffix names the format, in any case, and records are numbered by the lines that hold something."""
    write(tmp_path, a__TXT=STORY, b__htm=PAGE, c__jsonl=LINES)
    assert outcomes(tmp_path) == [
        ("a.TXT", "text"),
        ("b.htm", "html"),
        ("c.jsonl#1", "record"),
        ("c.jsonl#2", "record"),
        ("c.jsonl#3", "record"),
    ]


def test_bytes_and_source_travel_along(tmp_path: Path) -> None:
    """An article carries its exact bytes and the name of its collection."""
    write(tmp_path, a__txt=b"\xef\xbb\xbfOne.\r\n")
    assert list(read([str(tmp_path)], source="wire")) == [
        Raw("wire", "a.txt", "text", b"\xef\xbb\xbfOne.\r\n")
    ]


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zstandard.ZstdCompressor().compress(data)])
def test_compressed_files_are_the_same_articles(tmp_path: Path, pack: object) -> None:
    """A compressed file gives what it holds; a compressed file's suffix alone does not matter to stdin."""
    packed = pack(LINES)  # type: ignore[operator]
    suffix = ".gz" if packed[:2] == b"\x1f\x8b" else ".zst"
    (tmp_path / f"a.jsonl{suffix}").write_bytes(packed)
    assert [uri for uri, _ in outcomes(tmp_path)] == [f"a.jsonl{suffix}#{number}" for number in (1, 2, 3)]
    assert outcomes("-", stdin=io.BytesIO(packed)) == [
        ("-#1", "record"),
        ("-#2", "record"),
        ("-#3", "record"),
    ]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (STORY, "text"),
        (PAGE, "html"),
        (b"\n<!-- cached --><HTML lang=en>" + PAGE, "html"),
        (b'\xef\xbb\xbf{"text": "One."}', "record"),
        ('{"text": "One."}'.encode("utf-16"), "record"),
        (b"<b>Bold claim</b> {in braces}", "text"),
        (b"{in braces} it said", "text"),
    ],
)
def test_unnamed_input_is_sniffed(tmp_path: Path, data: bytes, form: str) -> None:
    """Stdin and files without a suffix are recognised by how they begin."""
    (tmp_path / "story").write_bytes(data)
    assert [found for _, found in outcomes(tmp_path)] == [form]
    assert [found for _, found in outcomes("-", stdin=io.BytesIO(data))] == [form]


def test_forced_format(tmp_path: Path) -> None:
    """A format that is asked for beats suffix and content; one that does not exist is a usage error."""
    write(tmp_path, a__html=PAGE)
    assert FORMATS[0] == "auto"
    assert {"html", "jsonl", "text"} < set(FORMATS)
    assert outcomes(tmp_path, format="text") == [("a.html", "text")]
    with pytest.raises(UsageError, match=r"auto, csv, .*html, .*text"):
        read([str(tmp_path)], format="pdf")


def test_missing_path_is_told_before_any_work(tmp_path: Path) -> None:
    """The call itself raises, not the first step of its stream."""
    with pytest.raises(UsageError):
        read([str(tmp_path), str(tmp_path / "missing")])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t\n", "empty"),
        ("a.txt", b"\xff\xfe\n\x00", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt.gz", b"", "empty"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.docx", STORY, "unsupported"),
        ("a.tar.gz", gzip.compress(STORY), "malformed"),
        ("a.txt", b"%PDF-1.4 ...", "unsupported"),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n" + bytes(40), "unsupported"),
        ("a.txt.gz.gz", gzip.compress(gzip.compress(STORY)), "unsupported"),
        ("a.txt.gz", STORY, "malformed"),
        ("a.html.zst", b"\x28\xb5\x2f\xfd" + b"garbage", "malformed"),
        ("a.txt.gz", gzip.compress(STORY)[:-9], "malformed"),
    ],
)
def test_bad_files_become_rejects(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """A bad file is one reject with a fixed code, a sentence, its bytes, its size and their hash."""
    (tmp_path / name).write_bytes(data)
    reject = only_reject(tmp_path)
    assert (reject.source_uri, reject.code, reject.size, reject.data) == (name, code, len(data), data)
    assert reject.reason.endswith(".")
    assert len(reject.content_hash or "") == 64


def test_records_before_a_break_are_kept(tmp_path: Path) -> None:
    """What a truncated file gave before the break counts; the file is one reject."""
    lines = b"".join(json.dumps({"text": os.urandom(40).hex()}).encode() + b"\n" for _ in range(2000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-5000])
    found = outcomes(tmp_path)
    assert found[-1] == ("a.jsonl.gz", "malformed")
    assert found[0] == ("a.jsonl.gz#1", "record")
    assert len(found) > 1000


def test_too_large_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One document above the limit is a reject, whether a file, a bomb or a line; its neighbours are read."""
    for module in (limits, origins):
        monkeypatch.setattr(module, "MAX_DOCUMENT", 1000)
    monkeypatch.setattr(origins, "MAX_KEPT", 500)
    write(tmp_path, a__txt=b"x" * 1001, b__html__gz=gzip.compress(b"x" * 100_000))
    write(tmp_path, c__jsonl=b'{"text": "One."}\n' + b"x" * 5000 + b'\n{"text": "Three."}\n')
    assert outcomes(tmp_path) == [
        ("a.txt", "too_large"),
        ("b.html.gz", "too_large"),
        ("c.jsonl#1", "record"),
        ("c.jsonl#2", "too_large"),
        ("c.jsonl#3", "record"),
    ]
    reject = next(iter(read([str(tmp_path / "a.txt")])))
    assert isinstance(reject, Reject)
    assert (reject.size, reject.data) == (1001, None)


def test_endless_line_costs_the_rest_of_its_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file whose line does not end within reason is given up, and the next file is read."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 100)
    monkeypatch.setattr(limits, "MAX_SKIPPED", 1000)
    write(tmp_path, a__jsonl=b"x" * 5_000_000, b__txt=STORY)
    assert outcomes(tmp_path) == [("a.jsonl", "too_large"), ("b.txt", "text")]


def test_what_cannot_be_opened_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Pipes, broken links and bad names are rejects; the run goes on."""
    write(tmp_path, z__txt=STORY)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(STORY)
    assert sorted(outcomes(tmp_path)) == [
        ("\\xff.txt", "bad_name"),
        ("link.txt", "unreadable"),
        ("pipe.txt", "unsupported"),
        ("z.txt", "text"),
    ]


def test_failing_stream_is_unreadable() -> None:
    """An error of the device while reading is a reject, not an end with a traceback."""

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    assert outcomes("-", stdin=Failing()) == [("-", "unreadable")]


def test_empty_stdin() -> None:
    """Stdin without content is a reject under its own name."""
    assert outcomes("-", stdin=io.BytesIO(b"")) == [("-", "empty")]


def test_same_order_every_time(tmp_path: Path) -> None:
    """The stream's order is that of the names, however the files came to be."""
    for name in ("c.txt", "a.txt", "b.txt"):
        write(tmp_path, **{name.replace(".", "__"): STORY})
    assert [uri for uri, _ in outcomes(tmp_path)] == ["a.txt", "b.txt", "c.txt"]
