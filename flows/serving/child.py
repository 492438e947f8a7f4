"""What every child of `copydesk serve` begins with: `python -m flows.serving.child ARGUMENT…`.

A command started in the background of a script inherits ignored signals, and so would its children:
they could not be stopped any more. And where `copydesk serve` is killed, nobody would stop them.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import NoReturn

_PR_SET_PDEATHSIG = 1


def become(arguments: list[str]) -> NoReturn:
    """Replace this process by `python -m prefect ARGUMENT…`, which stops when its parent is gone."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        # It outlives execv. Other systems have nothing like it.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    os.execv(sys.executable, [sys.executable, "-m", "prefect", *arguments])


if __name__ == "__main__":
    become(sys.argv[1:])
