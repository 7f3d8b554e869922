"""Progress bars for what takes over a second before the first answer, on terminals only."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from bot.presentation.wording import Wording
from knowledge.models import AidKind

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds of loading without a word."""


class LoadProgress:
    """Called with what is done and the total; the bar comes only once the load has taken its second."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = monotonic()
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        """Note how far the load has come."""
        if not self._shown or (self._bar is None and monotonic() - self._started < PATIENCE):
            return
        if self._bar is None:
            self._bar = self._open()
        if self._task is None:
            self._task = self._bar.add_task(self._title, total=total)
        self._bar.update(self._task, completed=done, total=total)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _open(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True), transient=True)
        bar.start()
        return bar


class PreparationProgress:
    """Called with how far a helper program has gone through the passages; a bar for each."""

    def __init__(self, say: Wording) -> None:
        self._say = say
        self._bars: dict[AidKind, LoadProgress] = {}

    def __call__(self, kind: AidKind, done: int, total: int) -> None:
        """Note how far a helper has come; its bar goes when it is through."""
        if kind not in self._bars:
            self._bars[kind] = LoadProgress(self._say("preparing", kind=kind.value))
        self._bars[kind](done, total)
        if done >= total:
            self._bars[kind].close()
