"""How functions of this package are compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile on first use and keep the result on disk; where nothing can be kept, in memory alone.

    What is kept is dropped when the function's own file changes: after a change of a function that other
    files use, touch those as well.
    """
    try:
        return cast(_Function, njit(cache=True, nogil=True, forceinline=True)(function))
    except RuntimeError:
        return cast(_Function, njit(nogil=True, forceinline=True)(function))
