"""A batch without Python looking for objects that only refer to each other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off looking until what is inside has been done, which leaves next to nothing to be found.

    Loading makes hundreds of thousands of small objects that live as long as their batch; to go through
    these again and again takes a twelfth of its time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
