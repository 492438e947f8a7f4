"""How much one input may unpack to: what stops an archive bomb, however it is nested."""

from __future__ import annotations

from io import RawIOBase
from typing import BinaryIO, cast

from ingest.sources.reading import limits
from ingest.sources.reading.compression import BrokenStreamError


class OverBudgetError(Exception):
    """What was unpacked is out of proportion to the input; the message is a sentence for a person."""


class Budget:
    """What one input, with everything inside it, may unpack to and hold.

    `packed` is its size in bytes; where that is unknown it grows with what is read of it.
    """

    def __init__(self, packed: int | None) -> None:
        self._packed = packed or 0
        self.is_counting = packed is None
        self._unpacked = self._members = 0

    def read(self, size: int) -> None:
        """Note that `size` bytes of the input itself were read."""
        self._packed += size

    def unpack(self, size: int) -> None:
        """Note that `size` bytes came out of it. Raises `OverBudgetError`."""
        self._unpacked += size
        if self._unpacked > limits.FREE_UNPACKED + limits.MAX_RATIO * self._packed:
            raise OverBudgetError(
                f"It unpacks to more than {limits.MAX_RATIO} times its size; the rest was not read."
            )

    def enter(self, depth: int) -> None:
        """Note that something inside is opened, `depth` containers deep. Raises `OverBudgetError`."""
        self._members += 1
        if depth > limits.MAX_DEPTH:
            raise OverBudgetError(
                f"It holds archives in archives, more than {limits.MAX_DEPTH} deep; the rest was not read."
            )
        if self._members > limits.MAX_MEMBERS:
            raise OverBudgetError(f"It holds more than {limits.MAX_MEMBERS:,} files; the rest was not read.")


class Counted(RawIOBase):
    """The stream of the input itself, where its size is unknown."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream, self._note = stream, budget.read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._stream.read(len(view)) or b""
        view[: len(data)] = data
        self._note(len(data))
        return len(data)


class Metered(Counted):
    """A stream that comes out of a container or a compression."""

    def __init__(self, stream: BinaryIO | RawIOBase, budget: Budget) -> None:
        super().__init__(cast(BinaryIO, stream), budget)
        self._note = budget.unpack
        self._broken: BrokenStreamError | None = None

    def readinto(self, buffer: object) -> int:
        # A stream that broke once stays broken: some libraries report a clean end the next time.
        if self._broken:
            raise self._broken
        try:
            return super().readinto(buffer)
        except BrokenStreamError as error:
            self._broken = error
            raise
