"""The body of an answer, within a limit, before and after its compression is taken off."""

from __future__ import annotations

import zlib

import httpx

from ingest.errors import Refused

# What the server is asked for; other compressions can blow up without a bound.
ACCEPTED = "gzip, deflate"
_MOST_LAYERS = 2


async def read_body(answer: httpx.Response, most: int, *, cut: bool = False) -> bytes:
    """The bytes of an answer; with `cut`, the first of them where they are more than `most`.

    Raises `Refused` with `too_large`, `malformed` and `unsupported`.
    """
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most and not cut:
        raise _too_large(most)
    body = bytearray()
    async for part in answer.aiter_raw():
        body += part
        if len(body) > most:
            if cut:
                break
            raise _too_large(most)
    if cut and not answer.headers.get("content-encoding"):
        return bytes(body[:most])
    return unpacked(bytes(body), answer.headers.get("content-encoding", ""), most)


def unpacked(body: bytes, encoding: str, most: int) -> bytes:
    """The body without the compressions that `encoding` names, at most `most` bytes. Raises `Refused`."""
    layers = [name.strip().lower() for name in encoding.split(",")]
    layers = [name for name in layers if name not in ("", "identity")]
    if len(layers) > _MOST_LAYERS or not {*layers} <= {"gzip", "x-gzip", "deflate"}:
        raise Refused("unsupported", f"The server packed it as {encoding[:60]}, which was not asked for.")
    for _ in layers:
        body = _inflated(body, most)
    return body


def _inflated(body: bytes, most: int) -> bytes:
    """gzip, zlib or bare deflate, whichever it is: servers mean all of them by `deflate`."""
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        packed = zlib.decompressobj(bits)
        try:
            data = packed.decompress(body, most + 1)
        except zlib.error:
            continue
        if len(data) > most:
            raise _too_large(most)
        if packed.eof:
            return data
        raise Refused("malformed", "The compressed answer is cut off.")
    # Some servers say that they packed what they did not pack.
    return body


def _too_large(most: int) -> Refused:
    return Refused("too_large", f"The answer is larger than {most / 1024**2:.0f} MiB, the most that is read.")
