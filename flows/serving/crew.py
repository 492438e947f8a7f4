"""The children of `copydesk serve` together: started again where they end by themselves."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence

from flows.errors import ServeError
from flows.serving.children import Child
from flows.serving.place import PROJECT, Place, environment

_RESTARTS, _WITHIN = 3, 600.0
# Who was killed did not fail: by an operator, or by the system where memory ran short.
_KILLED = {-signal.SIGKILL, -signal.SIGTERM}

Start = Callable[[str, Sequence[str]], Child]


class Crew:
    """Prefect commands that run beside this process at one place, by their names."""

    def __init__(self, place: Place, say: Callable[[str], None], start: Start | None = None) -> None:
        """`say` gets a line for a person; `start` makes a child of a name and the arguments for Prefect."""
        told = environment(place)
        self._say = say
        self._start = start or (
            lambda name, arguments: Child(name, arguments, told, PROJECT, place.home / f"{name}.log")
        )
        self.children: dict[str, Child] = {}
        self._arguments: dict[str, Sequence[str]] = {}
        self._restarted: list[float] = []

    def start(self, name: str, arguments: Sequence[str]) -> Child:
        """Start a command that is to stay up."""
        self.children[name] = self._start(name, arguments)
        self._arguments[name] = arguments
        return self.children[name]

    def keep_up(self, name: str) -> None:
        """Start a command again that ended by itself, if there is one of this name.

        Raises ServeError where that happens again and again without anybody killing it.
        """
        child = self.children.get(name)
        if not child or child.code is None:
            return
        if child.code not in _KILLED:
            now = time.monotonic()
            self._restarted = [at for at in self._restarted if now - at < _WITHIN]
            if len(self._restarted) == _RESTARTS:
                self.check(name)
            self._restarted.append(now)
        self._say(f"The {name} ended unexpectedly (exit code {child.code}); starting it again.")
        self.start(name, self._arguments[name])

    def restart(self, name: str) -> None:
        """Stop a command and start it again."""
        self.stop(name)
        self.start(name, self._arguments[name])

    def check(self, name: str) -> None:
        """Raise ServeError where the command has ended."""
        child = self.children[name]
        if child.code is not None:
            raise ServeError(f"The {name} does not stay up: {child.last_words()} See {child.log}.")

    def stop(self, name: str) -> bool:
        """Stop a command and all that it started; say whether there was one."""
        found = self.children.pop(name, None)
        if found:
            found.stop()
        return found is not None
