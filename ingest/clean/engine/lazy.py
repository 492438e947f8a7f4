"""An attribute that is worked out when it is first asked for.

`functools.cached_property` of Python 3.11 takes a lock each time, which costs more than most of what
a line works out; the objects here belong to one call and one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """Decorates a method without arguments; its value replaces it in the instance."""

    def __init__(self, work: Callable[..., T]) -> None:
        self.work = work
        self.__doc__ = work.__doc__
        self.name = work.__name__

    def __get__(self, instance: object, owner: type | None = None) -> T:
        value = self.work(instance)
        instance.__dict__[self.name] = value
        return value
