"""Compressed streams are unpacked as they are read, and damage is told from their end."""

import gzip
from io import BytesIO

import pytest
import zstandard

from ingest.sources.reading.compression import BrokenStreamError, is_compressed, unpacked

TEXT = b"".join(b"Line %d of the story about the ferry.\n" % number for number in range(5000))
PACK = {"gzip": gzip.compress, "zstd": lambda data: zstandard.ZstdCompressor().compress(data)}


def unpack(data: bytes) -> bytes:
    return unpacked(data, BytesIO(data)).read()


@pytest.mark.parametrize("kind", PACK)
def test_round_trip(kind: str) -> None:
    """What was packed comes out the same, also from several frames in a row."""
    packed = PACK[kind](TEXT)
    assert is_compressed(packed)
    assert unpack(packed) == TEXT
    assert unpack(packed + packed) == TEXT + TEXT


@pytest.mark.parametrize("kind", PACK)
def test_cut_short(kind: str) -> None:
    """A stream that ends too early raises only after what came before was read."""
    packed = PACK[kind](TEXT)
    stream = unpacked(packed, BytesIO(packed[: len(packed) - 20]))
    got = bytearray()
    with pytest.raises(BrokenStreamError, match="cut short"):
        while piece := stream.read(1000):
            got += piece
    assert TEXT.startswith(bytes(got))


@pytest.mark.parametrize("kind", PACK)
def test_damaged(kind: str) -> None:
    """A stream with damaged bytes raises and invents nothing."""
    packed = bytearray(PACK[kind](TEXT))
    packed[40:60] = bytes(20)
    with pytest.raises(BrokenStreamError):
        unpack(bytes(packed))


@pytest.mark.parametrize("kind", PACK)
def test_bomb_is_unpacked_piece_by_piece(kind: str) -> None:
    """Reading a little of a stream that unpacks a thousandfold gives a little."""
    packed = PACK[kind](bytes(64 * 1024 * 1024))
    stream = unpacked(packed, BytesIO(packed))
    assert len(stream.read(1000)) <= 1000
