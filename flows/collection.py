"""How often Python looks for objects that only refer to each other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 10_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look less often while a run makes many small objects that stay until their batch is loaded.

    As often as by default, going through them again and again takes a fifteenth of the time.
    """
    first, *rest = gc.get_threshold()
    gc.set_threshold(max(first, _NEW_OBJECTS), *rest)
    try:
        yield
    finally:
        gc.set_threshold(first, *rest)
