"""xxHash64 of pieces of a text.

Functions take addresses, not arrays: numba would count references to an array at every call.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types, uint64
from numba.extending import intrinsic

from ingest.fingerprint.compiled.decorator import compiled

_P1, _P2, _P3 = uint64(0x9E3779B185EBCA87), uint64(0xC2B2AE3D27D4EB4F), uint64(0x165667B19E3779F9)
_P4, _P5 = uint64(0x85EBCA77C2B2AE63), uint64(0x27D4EB2F165667C5)


def _load(typing: Any, address: Any) -> Any:
    """Read 8 bytes, the first one lowest."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        place = builder.inttoptr(arguments[0], ir.IntType(64).as_pointer())
        return builder.load(place, align=1)

    return types.uint64(types.uint64), generate


load: Any = intrinsic(_load)


def _trailing_zeros(typing: Any, value: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 0))

    return types.uint64(types.uint64), generate


trailing_zeros: Any = intrinsic(_trailing_zeros)


@compiled
def _rotated(value: Any, by: Any) -> Any:
    return (value << uint64(by)) | (value >> uint64(64 - by))


@compiled
def _round(value: Any, lane: Any) -> Any:
    return _rotated(value + lane * _P2, 31) * _P1


@compiled
def _avalanche(value: Any) -> Any:
    value = (value ^ (value >> uint64(33))) * _P2
    value = (value ^ (value >> uint64(29))) * _P3
    return value ^ (value >> uint64(32))


@compiled
def _tail(value: Any, lane: Any, length: Any) -> Any:
    """Take in the last bytes, fewer than 8, that stand in `lane`; without branches, which unlike lengths."""
    more = _rotated(value ^ ((lane & uint64(0xFFFFFFFF)) * _P1), 23) * _P2 + _P3
    whole = uint64(0) - ((length >> uint64(2)) & uint64(1))
    value = (more & whole) | (value & ~whole)
    lane = (lane >> (uint64(32) & whole)) & uint64(0xFFFFFF)
    for index in range(3):
        more = _rotated(value ^ ((lane & uint64(0xFF)) * _P5), 11) * _P1
        whole = uint64(0) - uint64((length & uint64(3)) > uint64(index))
        value = (more & whole) | (value & ~whole)
        lane >>= uint64(8)
    return value


@compiled
def xxh64(address: Any, length: Any) -> Any:
    """xxHash64 (Collet) of `length` bytes, seed 0; may read 7 bytes beyond them."""
    stop = address + length
    if length >= uint64(32):
        a, b, c, d = _P1 + _P2, _P2, uint64(0), uint64(0) - _P1
        while stop - address >= uint64(32):
            a, b = _round(a, load(address)), _round(b, load(address + uint64(8)))
            c, d = _round(c, load(address + uint64(16))), _round(d, load(address + uint64(24)))
            address += uint64(32)
        value = _rotated(a, 1) + _rotated(b, 7) + _rotated(c, 12) + _rotated(d, 18)
        for part in (a, b, c, d):
            value = (value ^ _round(uint64(0), part)) * _P1 + _P4
    else:
        value = _P5
    value += length
    while stop - address >= uint64(8):
        value = _rotated(value ^ _round(uint64(0), load(address)), 27) * _P1 + _P4
        address += uint64(8)
    return _avalanche(_tail(value, load(address), stop - address))
