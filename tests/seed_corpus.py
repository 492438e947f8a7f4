"""Reads the sample corpus in `seeds/` and its answer key, without any help of the program."""

from __future__ import annotations

import gzip
import io
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import ftfy
import zstandard
from bs4 import BeautifulSoup
from ftfy.badness import is_bad

SEEDS = Path(__file__).parent.parent / "seeds"
KEY: dict[str, Any] = json.loads((Path(__file__).parent / "seeds.key.json").read_text("utf-8"))
DOCUMENTS: dict[str, dict[str, Any]] = KEY["documents"]


def unpacked(path: Path) -> bytes:
    """The bytes of a file without its compression; of a truncated gzip as much as there is."""
    data = path.read_bytes()
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)).read()
    if path.suffix != ".gz":
        return data
    parts, stream = [], gzip.GzipFile(fileobj=io.BytesIO(data))
    try:
        while piece := stream.read1():
            parts.append(piece)
    except EOFError:
        pass
    return b"".join(parts)


def decoded(data: bytes) -> str:
    """Text of a seed: UTF-8 (a BOM goes) or the windows-1252 that the page declares; mojibake repaired."""
    text = data.decode("windows-1252" if b'charset="windows-1252"' in data else "utf-8-sig")
    return ftfy.fix_encoding(text) if is_bad(text) else text


def visible(page: str) -> str:
    """What a reader sees of a page, white space collapsed."""
    soup = BeautifulSoup(page, "lxml")
    for tag in soup(["script", "style", "head"]):
        tag.decompose()
    return re.sub(r"\s+", " ", soup.get_text(" "))


@cache
def records(name: str) -> list[str]:
    """The lines of a multi-record seed that hold anything."""
    return [line for line in decoded(unpacked(SEEDS / name)).split("\n") if line.strip()]


@cache
def seed_text(uri: str) -> str:
    """The text of a document as it stands in the corpus, boilerplate included."""
    name, _, number = uri.partition("#")
    if number:
        record = json.loads(records(name)[int(number) - 1])
        return record["text"] if "text" in record else visible(record["html"])
    text = decoded(unpacked(SEEDS / name))
    return visible(text) if is_page(uri) else text


def is_page(uri: str) -> bool:
    """Whether a document is a page of its own file, not a text or a record."""
    return uri.endswith((".html", ".htm"))


def body(uri: str) -> str:
    """A plain text without the pieces that the key calls boilerplate."""
    text, pieces, position = seed_text(uri), [], 0
    for cut in DOCUMENTS[uri]["cuts"]:
        start = text.index(cut["text"], position)
        pieces.append(text[position:start])
        position = start + len(cut["text"])
    return "\n".join([*pieces, text[position:]])


def shingles(uri: str) -> set[tuple[str, ...]]:
    """Word 3-shingles; character 3-shingles for a script without spaces."""
    words = folded(uri)
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def folded(uri: str) -> list[str]:
    """The words (or characters) of a body, width, case, quotes and punctuation folded."""
    text = unicodedata.normalize("NFKC", body(uri)).casefold().replace("’", "'").replace("'", "")
    return re.findall(r"\w", text) if DOCUMENTS[uri]["language"] == "ja" else re.findall(r"\w+", text)


def numbers(uri: str) -> set[str]:
    """The numbers that a body names, as written."""
    return set(re.findall(r"\d+(?:[.,]\d+)*", unicodedata.normalize("NFKC", body(uri))))


def jaccard_and_containment(a: str, b: str) -> tuple[float, float]:
    """True values on shingles; containment of the shorter in the longer."""
    left, right = shingles(a), shingles(b)
    shared = len(left & right)
    return shared / len(left | right), shared / min(len(left), len(right))
