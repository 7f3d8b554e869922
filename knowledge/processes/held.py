"""A program held open between uses: started on the first, started anew when it fails, closed when idle."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Timer
from time import monotonic
from typing import Generic, Protocol, TypeVar

IDLE = 300.0
"""Seconds without use after which a program is closed; it is started again when it is needed."""
_MOST_FAILURES = 3
"""Failures in a row after which a program is left alone: each may cost its whole time-out."""
_log = logging.getLogger(__name__)


class ProgramFailed(Exception):
    """A program could not be started, ended, or did not answer in time."""


class Program(Protocol):
    """A running program."""

    def kill(self) -> None:
        """End it at once, whoever waits for it; what it was asked then fails."""
        ...

    def close(self) -> None:
        """End it and let go of it; never raises."""
        ...


P = TypeVar("P", bound=Program)
T = TypeVar("T")


class Held(Generic[P]):
    """Lend a program to one use at a time."""

    def __init__(self, name: str, start: Callable[[], P], *, idle: float = IDLE) -> None:
        self._name = name
        self._start = start
        self._idle = idle
        self._lock = Lock()
        self._program: P | None = None
        self._used = 0.0
        self._timer: Timer | None = None
        self._failures = 0
        self._closed = False

    @property
    def given_up(self) -> bool:
        """Tell whether the program failed so often that it is left alone."""
        return self._failures >= _MOST_FAILURES

    @property
    def running(self) -> bool:
        """Tell whether the program is open now."""
        return self._program is not None

    def use(self, work: Callable[[P], T]) -> T | None:
        """Do something with the program; None where it cannot, now or any more.

        A program that ended while nobody used it is started anew, once.
        """
        with self._lock:
            if not self._usable():
                return None
            found_open = self._program is not None
            result = self._try(work)
            if result is None and found_open and self._usable():
                result = self._try(work)
            self._used = monotonic()
            if self._program is not None and self._timer is None:
                self._watch(self._idle)
            return result

    def close(self) -> None:
        """End the program for good, in the midst of a use too."""
        self._closed = True
        program = self._program
        if program is not None and self._lock.locked():
            program.kill()
        with self._lock:
            self._end()

    def _usable(self) -> bool:
        return not (self._closed or self.given_up)

    def _try(self, work: Callable[[P], T]) -> T | None:
        try:
            if self._program is None:
                self._program = self._start()
            result = work(self._program)
        except (ProgramFailed, OSError) as error:
            self._failures += 1
            if not self._closed:
                _log.warning("%s failed (%d of %d): %s", self._name, self._failures, _MOST_FAILURES, error)
            self._end()
            return None
        self._failures = 0
        return result

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._program is not None:
            self._program.close()
            self._program = None

    def _watch(self, seconds: float) -> None:
        self._timer = Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        """Close the program if nobody used it for long enough, else look again when that may be so."""
        with self._lock:
            if self._timer is None:
                return
            left = self._used + self._idle - monotonic()
            if left <= 0:
                self._end()
            else:
                self._watch(left)
