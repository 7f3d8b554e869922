"""What is computed of the passages beside the index: in the background, before an answer, or on another day."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from threading import Event, Lock, Thread
from typing import Protocol, TypeVar

LEAVE_WITHIN = 3.0
"""Seconds that a preparation is given to notice that it is no longer wanted."""
T = TypeVar("T")
Work = Callable[[Callable[[int], bool]], None]
"""Told how many passages are done, the function it is given says whether to go on."""
Told = Callable[[int, int], None]
"""Told how many passages of how many are done, and that all are when the work ends, however it does."""
_log = logging.getLogger(__name__)


class Prepare(StrEnum):
    """When what an answer could use is computed."""

    KEPT = "kept"
    """On another day: only what was kept of it then is used. A program that gives one answer keeps nobody waiting."""
    ASIDE = "aside"
    """In the background; until it is ready, answers do without."""
    FIRST = "first"
    """Before the first answer that could use it, so that every answer is the same as on any other day."""


class Memory(Protocol):
    """Keeps what was computed of texts, from one start to the next where it can."""

    def recall(self, kind: str, texts: Sequence[str]) -> Mapping[str, bytes]:
        """Give what is known of texts; those of which nothing is known are left out."""
        ...

    def keep(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep what was computed of texts."""
        ...


class Preparation:
    """One computation over the passages, done at most once."""

    def __init__(self, name: str, work: Work, total: int, when: Prepare, told: Told | None = None) -> None:
        self._name = name
        self._work = work
        self._when = when
        self._told = told
        self._lock = Lock()
        self._thread: Thread | None = None
        self._stop = Event()
        self.total = total
        """How many passages there are."""
        self.done = 0
        """How many of them are done."""

    def begin(self) -> None:
        """See to it that the work is under way, or done, as its time says."""
        if self._stop.is_set():
            return
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
        if self._when is not Prepare.ASIDE:
            self._thread.join()

    def close(self) -> None:
        """Stop the work where it is; what was computed is kept."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(LEAVE_WITHIN)

    def _run(self) -> None:
        try:
            self._work(self._went_on)
        except Exception:  # noqa: BLE001  whatever a helper does, answers go on
            _log.warning("%s broke off; answers do without", self._name, exc_info=True)
        if self._told is not None:
            self._told(self.total, self.total)

    def _went_on(self, done: int) -> bool:
        """Note how far the work is; False asks it to stop."""
        self.done = done
        if self._told is not None:
            self._told(done, self.total)
        return not self._stop.is_set()


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut a sequence into lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
