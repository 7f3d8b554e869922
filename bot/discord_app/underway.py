"""What is under way, so that a stop can wait for it."""

from __future__ import annotations

import asyncio
from types import TracebackType


class Underway:
    """Count handlers that run; `with underway:` around each of them."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.closing = False
        """Whether nothing new is begun any more."""

    def __enter__(self) -> None:
        self._count += 1
        self._idle.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count -= 1
        if not self._count:
            self._idle.set()

    async def finish(self, seconds: float) -> bool:
        """Begin nothing new and wait for what runs; say whether it ended in time."""
        self.closing = True
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True
