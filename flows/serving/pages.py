"""All that Prefect's server has to tell, which it tells in pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

# The most that it tells at once.
_PAGE = 200


def every(read: Callable[[int, int], list[T]]) -> list[T]:
    """Return what `read` tells, a page after the other; it takes how many to tell, and after how many."""
    found: list[T] = []
    while True:
        page = read(_PAGE, len(found))
        found += page
        if len(page) < _PAGE:
            return found
